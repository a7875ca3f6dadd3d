import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadRecords } from '../../src/clickhouse/load/loadRecords.ts'
import { sql } from '../../src/clickhouse/sql.ts'
import { wholeTable } from '../../src/clickhouse/tables.ts'
import { foldWords } from '../../src/incidents/foldText.ts'
import type { Actor, DatasetAbout, Incident, Place } from '../../src/incidents/incident.ts'
import { asStored, expectEachOnce, visibleRecords } from './loadChecks.ts'
import { baseOfTest, servers } from './testBase.ts'

const hostile = [
  "'; DROP DATABASE default; --",
  "\\' OR 1=1",
  '\\N',
  'tab\tnewline\nreturn\rnul\0end',
  '\\t\\n\\0',
  '`"\'"`',
  '\ud800 lone \udfff',
  '{"a": [1]}',
  '\u202e\u0007\u001b[31m',
  "Ελλάς 'الحرب' 😀",
  'x'.repeat(300_000),
]

/** A record with a text in every field that holds text. */
function recordOf(text: string, number: number): Incident {
  const translated = { en: text, ar: text, fr: text }
  return {
    id: `${number} ${text}`,
    title: translated,
    summary: translated,
    date: { start: '2024-01-01', precision: 'day' },
    place: { id: text, lng: 1, lat: 2, precision: 'town' },
    type: 'battles',
    subtype: 'not-stated',
    actors: [{ id: text, role: 'party' }],
    casualties: [{ by: text, group: text, killed: { min: 1 }, said: translated, sources: [text] }],
    claims: [{ attributedTo: translated, stance: 'asserts', says: translated, sources: [text] }],
    sources: [
      {
        id: text,
        publisher: text,
        url: `https://example.org/${encodeURIComponent(text.toWellFormed()).slice(0, 500)}'\\`,
        lang: text,
        note: text,
      },
    ],
    status: 'reported',
    related: [text],
    tags: [text],
  }
}

const actorOf = (text: string): Actor => ({
  id: text,
  name: { en: text },
  aliases: [text],
  kind: 'state-forces',
  note: text,
})
const placeOf = (text: string): Place => ({
  id: text,
  kind: 'locality',
  name: { ar: text },
  aliases: [text],
  iso: text,
})
const aboutOf = (text: string): DatasetAbout => ({
  title: { en: text },
  description: { en: text },
  publisher: text,
  citation: text,
  languages: [text],
  updated: '2024-01-01',
})

async function expectStored(texts: readonly string[]): Promise<void> {
  const { connection, nodes, drop } = await baseOfTest('spread')
  const incidents = texts.map(recordOf)
  const data = {
    about: aboutOf(texts[0] ?? ''),
    actors: texts.map(actorOf),
    places: texts.map(placeOf),
    incidents,
  }
  await loadRecords(connection, data, { nodes, batchSize: 5 })
  expect(await visibleRecords(connection, 1)).toEqual(asStored(incidents))
  await expectEachOnce(connection, incidents.length)
  const { base } = connection
  const entries = await connection.rows<[kind: number, entry: number, json: string]>(
    sql`SELECT kind, entry, json FROM ${wholeTable(base, 'entries')} WHERE kind < 2 ORDER BY kind, entry`,
  )
  expect(entries.map(([, , json]) => JSON.parse(json) as unknown)).toEqual([...data.actors, ...data.places])
  const terms = await connection.rows<[string]>(sql`SELECT term FROM ${wholeTable(base, 'terms')}`)
  const words = new Set(texts.flatMap((text) => foldWords(text.toWellFormed())))
  expect(new Set(terms.map(([term]) => term))).toEqual(words)
  // The same again is the same: ids and records are compared as they are.
  expect(await loadRecords(connection, { ...data, incidents: texts.map(recordOf) }, { nodes })).toMatchObject(
    {
      isChanged: false,
      unchanged: incidents.length,
    },
  )
  await drop()
}

describe.skipIf(!servers)('records with hostile texts', () => {
  it('are stored and read back as they are', () => expectStored(hostile))

  it('are stored whatever the texts are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...hostile.slice(0, -1))), {
          minLength: 1,
          // Ids that differ in lone surrogates alone are the same in UTF-8.
          selector: (text) => text.toWellFormed(),
        }),
        expectStored,
      ),
      { numRuns: 5 },
    )
  })
})
