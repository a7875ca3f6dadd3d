import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { generate } from '../../../src/cli/generate.ts'
import { syntheticDataset } from '../../../src/cli/synthetic/syntheticDataset.ts'
import { checkRecord, type Checked } from '../../../src/ingest/checkRecord.ts'
import {
  actorSchema,
  datasetAboutSchema,
  incidentSchema,
  placeSchema,
} from '../../../src/incidents/recordSchema.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'generated-'))
})

afterEach(() => rm(folder, { recursive: true }))

const problemsOf = (checked: Checked<unknown>) => (checked.ok ? [] : checked.problems)

describe('an invented data set', () => {
  it('has records of the schema, in time order, with unique ids, in the number asked for', () => {
    const { about, actors, places, incidents } = syntheticDataset(700, 5)
    const all = [...incidents]
    expect(all).toHaveLength(700)
    expect(new Set(all.map(({ id }) => id)).size).toBe(700)
    const starts = all.map(({ date }) => date.start)
    expect(starts).toEqual(starts.toSorted())
    expect(all.flatMap((record) => problemsOf(checkRecord(incidentSchema, record)))).toEqual([])
    expect(actors.flatMap((record) => problemsOf(checkRecord(actorSchema, record)))).toEqual([])
    expect(places.flatMap((record) => problemsOf(checkRecord(placeSchema, record)))).toEqual([])
    expect(problemsOf(checkRecord(datasetAboutSchema, about))).toEqual([])
  })

  it('has a few towns, actors and days with most of the incidents, as real data sets have', () => {
    const all = [...syntheticDataset(5_000, 5).incidents]
    const counts = new Map<string, number>()
    for (const { place } of all) counts.set(place.id, (counts.get(place.id) ?? 0) + 1)
    const most = Math.max(...counts.values())
    expect(most).toBeGreaterThan((20 * all.length) / 2_800)
    expect(all.some(({ date }) => date.end !== undefined)).toBe(true)
    expect(all.some(({ title }) => title.ar !== undefined)).toBe(true)
    expect(all.some(({ place }) => place.precision === 'country')).toBe(true)
  })

  it('removes the pages of a larger data set that was in the folder before', async () => {
    await generate({ incidents: 600, seed: 1, outDir: folder })
    await generate({ incidents: 100, seed: 1, outDir: folder })
    expect(await readdir(join(folder, 'pages'))).toEqual(['0.json.gz'])
  })

  it('has the same bytes for the same seed, and others for another seed', async () => {
    const write = (name: string, seed: number) =>
      generate({ incidents: 600, seed, outDir: join(folder, name) })
    const [one, two, other] = [await write('a', 1), await write('b', 1), await write('c', 2)]
    expect(two).toEqual(one)
    expect(other.version).not.toBe(one.version)
    for (const name of ['manifest.json', one.columns.name, one.texts.name, 'pages/2.json.gz'])
      expect(await readFile(join(folder, 'a', name))).toEqual(await readFile(join(folder, 'b', name)))
  })
})
