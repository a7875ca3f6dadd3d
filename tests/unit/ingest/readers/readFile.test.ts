import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { ReadFile } from '../../../../src/ingest/readers/fileTable.ts'
import { readFile } from '../../../../src/ingest/readers/readFile.ts'

/** The one file that is read of a text. */
async function readText(name: string, text: string): Promise<ReadFile> {
  const [file] = await readFile(name, strToU8(text), {})
  if (!file || 'fault' in file) throw new Error(JSON.stringify(file))
  return file
}

async function faultsOf(name: string, bytes: Uint8Array): Promise<string[]> {
  const files = await readFile(name, bytes, {})
  return files.map((file) => ('fault' in file ? file.fault : file.format))
}

/** Why each entry that was refused was so. */
function refusals({ account }: ReadFile): string[] {
  return Array.from({ length: account.entries }, (_, i) => account.entry(i))
    .filter(({ kind }) => kind === 'refused')
    .map(({ line, refusal }) => `${line} ${refusal}`)
}

describe('limits', () => {
  const long = 'x'.repeat(1_000_001)
  const wide = Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`c${i}`, 1]))

  it('refuse a record of JSON with a cell that is too long, or too many cells, and read the others', async () => {
    const file = await readText('a.json', `[{"a":"${long}"},\n${JSON.stringify(wide)},\n{"a":"b"}]`)
    expect(refusals(file)).toEqual(['1 cell-too-long', '2 too-many-cells'])
    expect(file.tables[0]?.record(0).cells).toEqual(['b'])
  })

  it('refuse a placemark in the same way', async () => {
    const data = Object.keys(wide).map((name) => `<Data name="${name}"><value>1</value></Data>`)
    const file = await readText(
      'a.kml',
      `<kml><Placemark><name>${long}</name></Placemark>
<Placemark><ExtendedData>${data.join('')}</ExtendedData></Placemark>
<Placemark>${'<Folder>'.repeat(70)}${'</Folder>'.repeat(70)}</Placemark>
<Placemark><name>b</name></Placemark></kml>`,
    )
    expect(refusals(file)).toEqual(['1 cell-too-long', '2 too-many-cells', '3 too-deep'])
    expect(file.tables[0]?.records).toBe(1)
  })

  it('refuse a table whose records have too many columns together', async () => {
    const records = Object.keys(wide).map((name) => ({ [name]: 1 }))
    expect(await faultsOf('a.json', strToU8(JSON.stringify(records)))).toEqual(['too-many-columns'])
    const placemarks = Object.keys(wide).map(
      (name) =>
        `<Placemark><ExtendedData><Data name="${name}"><value>1</value></Data></ExtendedData></Placemark>`,
    )
    expect(await faultsOf('a.kml', strToU8(`<kml>${placemarks.join('')}</kml>`))).toEqual([
      'too-many-columns',
    ])
  })

  it('refuse what is nested without end', async () => {
    expect(await faultsOf('a.json', strToU8('['.repeat(2_000_000)))).toEqual(['damaged-file'])
    expect(await faultsOf('a.kml', strToU8(`<kml>${'<Folder>'.repeat(2000)}`))).toEqual(['damaged-file'])
  })
})

describe('reading', () => {
  const text = `[${Array.from({ length: 50_000 }, (_, i) => `{"id":${i},"date":"2024-02-03"}`).join(',\n')}]`

  it('reports how far it has come, and stops when it is told to', async () => {
    const controller = new AbortController()
    const shares: number[] = []
    const reading = readFile('a.json', strToU8(text), {
      signal: controller.signal,
      onProgress: (share) => {
        shares.push(share)
        controller.abort(new Error('enough'))
      },
    })
    await expect(reading).rejects.toThrow('enough')
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true)
  })

  it('tells the share that is done, up to 1, over all files of an archive', async () => {
    const shares: number[] = []
    const bytes = zipSync({ 'a.json': strToU8(text), 'b.json': strToU8(text) }, { level: 1 })
    await readFile('a.zip', bytes, { onProgress: (share) => shares.push(share) })
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(shares).toContain(0.5)
    expect(shares.at(-1)).toBe(1)
  })

  it('does not begin when it is told to stop before', async () => {
    const signal = AbortSignal.abort(new Error('enough'))
    await expect(readFile('a.json', strToU8('[]'), { signal })).rejects.toThrow('enough')
  })

  it('gives a record as it stands in a JSON file', async () => {
    const [table] = (await readText('a.json', '[{"id":1,"list":[1.0]},\n{ "id":2 }]')).tables
    expect(table?.recordJson?.(0)).toBe('{"id":1,"list":[1.0]}')
    expect(table?.recordJson?.(1)).toBe('{ "id":2 }')
    expect(() => table?.recordJson?.(2)).toThrow(RangeError)
    expect(() => table?.record(2)).toThrow(RangeError)
    expect(() => table?.record(-1)).toThrow(RangeError)
  })

  it('refuses an archive that unpacks to more than its allowance with all its members together', async () => {
    const zeros = new Uint8Array(40 * 1024 ** 2)
    const bytes = zipSync({ 'a.csv': zeros, 'b.csv': zeros }, { level: 9 })
    expect(await faultsOf('a.zip', bytes)).toEqual(['binary-content', 'unpacks-too-large'])
  })
})
