import { parquetWriteBuffer } from 'hyparquet-writer'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { beginThread, readParquetInThread } from '../../../src/cli/readParquetInThread.ts'
import { guardParquet } from '../../../src/ingest/readers/parquet/guardParquet.ts'

const folder = mkdtempSync(join(tmpdir(), 'parquet-thread-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

let scripts = 0

/** A script in place of the one that reads. */
function scriptOf(text: string): URL {
  scripts += 1
  const path = join(folder, `${scripts}.mjs`)
  writeFileSync(path, `import { parentPort } from 'node:worker_threads'\n${text}`)
  return pathToFileURL(path)
}

const begun = 'parentPort.postMessage({ kind: "progress", share: 0 });'

const bytes = new Uint8Array(
  parquetWriteBuffer({ columnData: [{ name: 'place', data: ['Idlib', 'Homs'], type: 'STRING' }] }),
)

describe('a Parquet file read in a thread of its own', () => {
  it('gives the same table', async () => {
    const [file] = await readParquetInThread('a.parquet', bytes, {})
    expect(file).toMatchObject({ name: 'a.parquet', bytes: bytes.length, account: { entries: 2 } })
    if (!file || 'fault' in file) throw new Error('not read')
    expect([...(file.tables[0]?.rows() ?? [])].map(({ cells }) => cells)).toEqual([['Idlib'], ['Homs']])
  })

  it('gives the fault of a damaged file', async () => {
    expect(await readParquetInThread('a.parquet', bytes.slice(0, -9), {})).toEqual([
      { name: 'a.parquet', bytes: bytes.length - 9, fault: 'damaged-file' },
    ])
  })

  it('is given up where the thread makes no progress', async () => {
    const read = guardParquet(
      () => beginThread(scriptOf(`parentPort.once("message", () => { ${begun} for (;;); })`)),
      300,
    )
    expect(await read('a', bytes, {})).toMatchObject([{ fault: 'time-limit' }])
  })

  it('is given up where the thread takes too much memory, or dies', async () => {
    const greedy = scriptOf(
      `parentPort.once("message", () => { ${begun} const all = []; for (;;) all.push([all.length]) })`,
    )
    const read = guardParquet(() => beginThread(greedy, 50))
    expect(await read('a', bytes, {})).toMatchObject([{ fault: 'unpacks-too-large' }])
    const dying = guardParquet(() =>
      beginThread(scriptOf(`${begun} setTimeout(() => { throw new Error("dies") }, 50)`)),
    )
    expect(await dying('a', bytes, {})).toMatchObject([{ fault: 'damaged-file' }])
    const broken = guardParquet(() => beginThread(scriptOf('throw new Error("does not start")')))
    await expect(broken('a', bytes, {})).rejects.toThrow('could not be started')
  })

  it('rejects with the reason of the signal at once', async () => {
    const reason = new Error('enough')
    const controller = new AbortController()
    const hanging = scriptOf('parentPort.once("message", () => { for (;;) {} })')
    const reading = guardParquet(() => beginThread(hanging))('a', bytes, { signal: controller.signal })
    controller.abort(reason)
    await expect(reading).rejects.toBe(reason)
  })
})
