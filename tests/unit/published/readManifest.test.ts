import { describe, expect, it } from 'vitest'
import { SourceError } from '../../../src/query/incidentSource.ts'
import { readManifest } from '../../../src/published/readManifest.ts'
import { about } from '../incidents/sampleRecords.ts'

const file = { name: 'x.gz', bytes: 1, sha256: 'a'.repeat(64) }

const textWith = (change: object) =>
  JSON.stringify({
    schemaVersion: 5,
    generated: '2026-05-07T00:00:00Z',
    version: 'v1',
    rows: 0,
    about: { ...about, ...change },
    dictionaries: file,
    columns: file,
    lists: { actors: file, publishers: file, tags: file },
    texts: file,
    pageSize: 64,
    pages: file,
  })

describe('the site in a manifest', () => {
  it.each([
    [{}],
    [{ site: { title: { ar: 'مرصد' } } }],
    [
      {
        site: { title: { en: 'Watch' }, icon: 'icons/watch.svg' },
        start: { incident: 'a', label: { en: 'See' } },
      },
    ],
  ])('are read: %j', (change) => {
    expect(readManifest(textWith(change), 'manifest.json').about).toMatchObject(change)
  })

  it.each([
    [{ site: 'Watch' }],
    [{ site: { title: 'Watch' } }],
    [{ site: { title: { en: 'Watch' }, icon: 'https://elsewhere.example/icon.svg' } }],
    [{ site: { title: { en: 'Watch' }, icon: '../icon.svg' } }],
    [{ start: { label: { en: 'See' } } }],
    [{ start: { incident: 'a', label: 'See' } }],
  ])('are rejected: %j', (change) => {
    expect(() => readManifest(textWith(change), 'manifest.json')).toThrow(SourceError)
  })
})
