import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeCsv } from '../../../src/export/csv.ts'
import { writeFullJson } from '../../../src/export/fullJson.ts'
import { writeGeojson } from '../../../src/export/geojson.ts'
import { writeGeoparquet } from '../../../src/export/geoparquet.ts'
import type { RecordWriter } from '../../../src/export/recordWriter.ts'
import { writeXlsx } from '../../../src/export/xlsx.ts'
import { LATEST_DAY } from '../../../src/incidents/day.ts'
import type { Incident } from '../../../src/incidents/incident.ts'
import { unnamedPlace } from '../../../src/incidents/unnamedPlace.ts'
import { tagOfFlag } from '../../../src/ingest/flags/flagTags.ts'
import { interpretFiles, readFiles } from '../../../src/ingest/importFiles.ts'
import { flagCodes } from '../../../src/query/importReport.ts'
import { propertyRuns } from '../../propertyRuns.ts'
import { about, actors, incidentWith, places } from '../incidents/sampleRecords.ts'
import { anyRecords, type AnyRecords } from '../tabular/anyRecords.ts'

const flagTags: ReadonlySet<string> = new Set(flagCodes.map(tagOfFlag))

const csvOf = (records: AnyRecords) => bytesOf(writeCsv, records)

async function bytesOf(write: RecordWriter, { incidents, ...entries }: AnyRecords): Promise<Uint8Array> {
  async function* inOneGroup() {
    yield await Promise.resolve(incidents)
  }
  const pieces: Uint8Array<ArrayBuffer>[] = []
  const context = { dictionaries: { ...entries, publishers: [], tags: [] }, about, notes: [] }
  for await (const piece of write(inOneGroup(), context)) pieces.push(piece)
  return new Uint8Array(await new Blob(pieces).arrayBuffer())
}

async function imported(files: readonly { name: string; bytes: Uint8Array }[]) {
  return interpretFiles(await readFiles(files), {}, { today: LATEST_DAY })
}

/** The record without the tags of its flags. */
function withoutFlags(incident: Incident): Incident {
  const { tags = [], ...rest } = incident
  const own = tags.filter((tag) => !flagTags.has(tag))
  return own.length > 0 ? { ...rest, tags: own } : rest
}

describe('an exported file that is imported', () => {
  it.each([
    ['a.csv', writeCsv],
    ['a.xlsx', writeXlsx],
    ['a.geojson', writeGeojson],
    ['a.parquet', writeGeoparquet],
    ['a.json', writeFullJson],
  ])('gives the same records, with the same ids: %s', { timeout: 300_000 }, async (name, write) => {
    await fc.assert(
      fc.asyncProperty(anyRecords, async (records) => {
        const { report, columns, record } = await imported([{ name, bytes: await bytesOf(write, records) }])
        const tables = report.files[0]?.tables ?? []
        expect(tables.find(({ notIncidents }) => notIncidents === null)).toMatchObject({
          profile: 'atlas',
          counts: { records: records.incidents.length, accepted: records.incidents.length },
        })
        const read = Array.from({ length: columns.columns.rows }, (_, row) => withoutFlags(record(row)))
        const byId = (list: Incident[]) => new Map(list.map((incident) => [incident.id, incident]))
        expect(byId(read)).toEqual(byId(records.incidents))
      }),
      { numRuns: propertyRuns(200) },
    )
  })

  it('keeps the groups of the dead of a record that names no place, also where a cell was changed', async () => {
    const casualties: Incident['casualties'] = [
      { by: 'police', killed: { min: 2, max: 2 }, group: { en: 'civilians' }, sources: ['s1'] },
      { by: 'police', wounded: 'none-or-unknown', group: { en: 'soldiers' }, sources: ['s1'] },
    ]
    const incident = incidentWith({ casualties, place: { id: unnamedPlace.id, precision: 'not-stated' } })
    const bytes = await csvOf({ actors, places: [...places, unnamedPlace], incidents: [incident] })
    const { record } = await imported([{ name: 'a.csv', bytes }])
    expect(record(0)).toEqual(incident)
    const text = new TextDecoder().decode(bytes).replace('The Paper https', 'Another paper https')
    const changed = await imported([{ name: 'a.csv', bytes: new TextEncoder().encode(text) }])
    expect(changed.record(0).sources).toMatchObject([{ publisher: 'Another paper' }])
    expect(changed.record(0).casualties).toMatchObject([
      { killed: { min: 2, max: 2 }, group: { en: 'civilians' } },
      { wounded: 'none-or-unknown', group: { en: 'soldiers' } },
    ])
  })

  it('keeps apart what two files mean by the same ids', async () => {
    const casualties: Incident['casualties'] = [
      { by: 'police', killed: { min: 1 }, group: 'all', sources: ['s1'] },
    ]
    const one: AnyRecords = { actors, places, incidents: [incidentWith({ casualties })] }
    const other: AnyRecords = {
      actors: [{ id: 'police', name: { fr: 'La gendarmerie' }, aliases: [], kind: 'state-forces' }],
      places: places.map((place) => (place.id === 'town' ? { ...place, name: { en: 'Elsewhere' } } : place)),
      incidents: [incidentWith({ casualties, date: { start: '2025-10-23', precision: 'day' } })],
    }
    const { columns, record } = await imported([
      { name: 'a.csv', bytes: await csvOf(one) },
      { name: 'b.csv', bytes: await csvOf(other) },
    ])
    expect([record(0), record(1)]).toMatchObject([
      { id: 'one', place: { id: 'town' }, actors: [{ id: 'police' }], casualties },
      {
        id: 'one-2',
        place: { id: 'town-2' },
        actors: [{ id: 'police-2' }],
        casualties: [{ by: 'police-2' }],
      },
    ])
    const { dictionaries } = columns.columns
    expect(dictionaries.actors.map(({ id, name }) => [id, name])).toEqual([
      ['police', { en: 'police' }],
      ['police-2', { fr: 'La gendarmerie' }],
    ])
    expect(dictionaries.places.map(({ id, parent }) => [id, parent])).toEqual([
      ['freedonia', undefined],
      ['north', 'freedonia'],
      ['town', 'north'],
      ['town-2', 'north'],
    ])
  })
})
