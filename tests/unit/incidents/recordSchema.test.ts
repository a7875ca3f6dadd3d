import * as fc from 'fast-check'
import { describe, expect, expectTypeOf, it } from 'vitest'
import type * as z from 'zod/mini'
import { checkRecord } from '../../../src/ingest/checkRecord.ts'
import { breachesOfLaws } from '../../../src/ingest/laws/recordLaws.ts'
import type { Actor, DatasetAbout, Incident, Place, Publisher } from '../../../src/incidents/incident.ts'
import {
  incidentSchema,
  type actorSchema,
  type datasetAboutSchema,
  type placeSchema,
  type publisherSchema,
} from '../../../src/incidents/recordSchema.ts'
import { incidentLists, incidentWith } from './sampleRecords.ts'

function problemsOf(value: unknown): string[] {
  const checked = checkRecord(incidentSchema, value)
  return checked.ok ? [] : checked.problems.map(({ path, message }) => `${path.join('.')} ${message}`)
}

it('infers exactly the types of incident.ts', () => {
  expectTypeOf<z.infer<typeof incidentSchema>>().toEqualTypeOf<Incident>()
  expectTypeOf<z.infer<typeof actorSchema>>().toEqualTypeOf<Actor>()
  expectTypeOf<z.infer<typeof placeSchema>>().toEqualTypeOf<Place>()
  expectTypeOf<z.infer<typeof publisherSchema>>().toEqualTypeOf<Publisher>()
  expectTypeOf<z.infer<typeof datasetAboutSchema>>().toEqualTypeOf<DatasetAbout>()
})

describe('incidentSchema', () => {
  it('accepts a complete record', () => {
    const incident = incidentWith({ tags: ['siege'], related: ['two'] })
    expect(checkRecord(incidentSchema, incident)).toEqual({ ok: true, value: incident })
  })

  it('accepts every generated incident, and so do the rules of recordLaws.ts', () => {
    fc.assert(
      fc.property(incidentLists, (incidents) => {
        for (const incident of incidents) {
          expect(problemsOf(incident)).toEqual([])
          expect(breachesOfLaws({ ...incident, casualties: [] })).toEqual([])
        }
      }),
      { numRuns: 50 },
    )
  })

  it('accepts a record that states as little as a file may', () => {
    const incident = incidentWith({
      title: {},
      summary: {},
      place: { id: 'not-named', precision: 'not-stated' },
      type: 'not-stated',
      subtype: 'not-stated',
      casualties: [{ by: 'The file', group: 'all', killed: 'none-or-unknown', sources: [] }],
      claims: [{ by: 'The file', stance: 'asserts', says: { en: 'It happened.' }, sources: [] }],
      sources: [{ id: 's1', publisher: '', lang: 'und' }],
      tags: ['وسم, with a comma'],
      original: { file: 'a.zip/b.csv', line: 2, cells: [['__proto__', '1']] },
    })
    expect(checkRecord(incidentSchema, incident)).toEqual({ ok: true, value: incident })
  })

  it('refuses half a position, and a tag that is blank or longer than 120 characters', () => {
    const place = (position: object) => ({
      ...incidentWith({}),
      place: { id: 'town', precision: 'town', ...position },
    })
    expect(problemsOf(place({ lng: 1 }))).toEqual([expect.stringContaining('place.lat is missing')])
    expect(problemsOf(place({ lat: 1 }))).toEqual([expect.stringContaining('place.lng is missing')])
    for (const tag of [' ', 'x'.repeat(121)])
      expect(problemsOf(incidentWith({ tags: [tag] }))).toEqual([expect.stringMatching(/^tags\.0 is /)])
  })

  it('reports an unknown field with the name that was probably meant', () => {
    expect(problemsOf({ ...incidentWith({}), statuss: 'reported' })).toEqual([
      expect.stringContaining('statuss is not a field (did you mean "status"?)'),
    ])
  })

  it('says for every invalid value what to write instead', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const problems = problemsOf(value)
        expect(problems.length).toBeGreaterThan(0)
        for (const problem of problems) expect(problem).toMatch(/: write |or take it out/)
      }),
      { numRuns: 200 },
    )
  })

  it('accepts only http and https URLs', () => {
    for (const url of [
      'javascript:alert(1)',
      'data:text/html,x',
      'example.org',
      'https://a b',
      '//example.org',
    ]) {
      const sources = [{ id: 's1', publisher: 'P', lang: 'en', url }]
      expect(problemsOf(incidentWith({ sources }))).toEqual([
        expect.stringContaining('sources.0.url is no web address'),
      ])
    }
  })
})
