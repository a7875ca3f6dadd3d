import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildDataset } from '../../../src/cli/buildDataset.ts'
import { publish, type PublishOptions } from '../../../src/cli/publish.ts'
import { writeSample } from '../../../src/cli/sampleFolder.ts'
import type { Incident } from '../../../src/incidents/incident.ts'
import type { Manifest } from '../../../src/published/manifest.ts'
import { readManifest } from '../../../src/published/readManifest.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'publish-'))
})
afterEach(() => rm(folder, { recursive: true }))

const good = `date,title,latitude,longitude,killed,phone
2024-05-03,Second,12.5,-36.25,2,555
2024-05-01,First,12.4,-36.5,,556
`
const bad = `${good}soon,Third,12,36,1,557\n`

async function published(text: string, options: Partial<PublishOptions> = {}) {
  const file = join(folder, 'incidents.csv')
  await writeFile(file, text)
  const out = join(folder, 'out')
  const outcome = await publish([file], {
    out,
    dataOnly: true,
    allowRejected: false,
    withOriginal: false,
    ...options,
  })
  return { out, ...outcome }
}

async function manifestIn(out: string): Promise<Manifest> {
  return readManifest(await readFile(join(out, 'manifest.json'), 'utf8'), 'manifest.json')
}

async function recordsIn(out: string): Promise<Incident[]> {
  return JSON.parse(gunzipSync(await readFile(join(out, 'pages/0.json.gz'))).toString()) as Incident[]
}

describe('publishing a table', () => {
  it('writes its records in time order, and nothing of columns that no field has', async () => {
    const { out, code, lines } = await published(good)
    expect(code).toBe(0)
    expect(lines).toEqual([`2 incidents in ${out}`, 'licence not stated'])
    const records = await recordsIn(out)
    expect(records).toMatchObject([
      { title: { en: 'First' }, place: { lng: -36.5, lat: 12.4 } },
      { title: { en: 'Second' }, casualties: [{ killed: { min: 2, max: 2 } }] },
    ])
    expect(JSON.stringify(records)).not.toContain('555')
    expect(await manifestIn(out)).toMatchObject({ rows: 2, about: { title: { en: 'incidents.csv' } } })
  })

  it('writes every cell where that is asked for', async () => {
    const { out } = await published(good, { withOriginal: true })
    expect((await recordsIn(out))[0]?.original?.cells).toContainEqual(['phone', '556'])
  })

  it('says what it is called, whose it is and under which licence', async () => {
    const { out, lines } = await published(good, {
      title: 'Incidents en Freedonie',
      lang: 'fr',
      publisher: 'A group',
      licence: 'cc-by-4.0',
    })
    const { about } = await manifestIn(out)
    const title = { fr: 'Incidents en Freedonie' }
    const licence = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' }
    expect(about).toMatchObject({ title, site: { title }, publisher: 'A group', licence })
    expect(lines.at(-1)).toBe('licence: CC BY 4.0 https://creativecommons.org/licenses/by/4.0/')
    const other = await published(good, { licence: 'Own terms https://example.org/terms' })
    expect((await manifestIn(other.out)).about.licence).toEqual({
      name: 'Own terms',
      url: 'https://example.org/terms',
    })
    await expect(published(good, { licence: 'free' })).rejects.toThrow(/--licence takes one of/)
  })

  it('writes nothing where records are rejected, and says which and why', async () => {
    const { out, code, lines } = await published(bad)
    expect(code).toBe(1)
    expect(lines).toEqual([
      'incidents.csv: 1 of 3 records rejected',
      '  1 x the date cannot be read: write it as YYYY-MM-DD',
      '    line 4, date: soon',
      'nothing was written: mend these rows, or publish the others with --allow-rejected',
    ])
    expect(existsSync(out)).toBe(false)
  })

  it('writes the others where that is asked for, and says the same', async () => {
    const { out, code, lines } = await published(bad, { allowRejected: true })
    expect(code).toBe(1)
    expect(lines).toContain('    line 4, date: soon')
    expect((await manifestIn(out)).rows).toBe(2)
  })

  it('reads the columns by a mapping, and dates in the given order', async () => {
    const mapping = join(folder, 'mapping.json')
    await writeFile(mapping, '{"a": "day", "b": "title"}')
    const { out } = await published('a,b,c\n02/03/2024,Something,x\n', { mapping, dayOrder: 'day-first' })
    expect(await recordsIn(out)).toMatchObject([
      { title: { en: 'Something' }, date: { start: '2024-03-02' } },
    ])
    await writeFile(mapping, '{"a": "moment"}')
    await expect(published(good, { mapping })).rejects.toThrow(/"moment" is no field: write one of id, title/)
    await writeFile(mapping, '[]')
    await expect(published(good, { mapping })).rejects.toThrow(/is no mapping/)
  })

  it('finds places by their names within the stated country, and marks them', async () => {
    const { out } = await published(
      'date,title,place,country\n2024-05-01,A,Aleppo,Syria\n2024-05-02,B,Aleppo,\n',
    )
    const [found, unknown] = await recordsIn(out)
    expect(found?.place.lat).toBeCloseTo(36.2, 1)
    expect(found?.tags).toContain('check: by-gazetteer')
    expect(unknown?.place).toMatchObject({ precision: 'not-stated' })
    expect(unknown?.place.lat).toBeUndefined()
  })

  it('refuses what it cannot read', async () => {
    const options = { out: join(folder, 'out'), dataOnly: true, allowRejected: false, withOriginal: false }
    await expect(publish([join(folder, 'gone.csv')], options)).rejects.toThrow(/cannot be read/)
    const pdf = join(folder, 'report.pdf')
    await writeFile(pdf, '%PDF-1.7\n\u0000')
    await expect(publish([pdf], options)).rejects.toThrow(/report\.pdf: /)
  })

  it('does not write a site into a folder that holds something else', async () => {
    await mkdir(join(folder, 'out'))
    await writeFile(join(folder, 'out/thesis.txt'), 'years of work')
    await expect(published(good, { dataOnly: false })).rejects.toThrow(/holds other files/)
    expect(await readdir(join(folder, 'out'))).toEqual(['thesis.txt'])
  })
})

describe('the sample folder', () => {
  it('is compiled and published without a mistake', async () => {
    const sample = join(folder, 'sample')
    const names = await writeSample(sample)
    expect(names).toContain('incidents/2025-01/2025-01-15-newtown-protest.yaml')
    const built = await buildDataset({ dataDir: sample, outDir: join(folder, 'data') })
    expect(built.ok && built.warnings.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^is missing, so that no position is checked/),
    ])
    const out = join(folder, 'out')
    const outcome = await publish([sample], {
      out,
      dataOnly: true,
      allowRejected: false,
      withOriginal: false,
    })
    expect(outcome.code).toBe(0)
    expect((await manifestIn(out)).rows).toBe(2)
  })

  it('is not written over files', async () => {
    await writeFile(join(folder, 'mine'), 'x')
    await expect(writeSample(folder)).rejects.toThrow(/holds files already/)
  })
})
