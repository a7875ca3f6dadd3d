import { expect, it } from 'vitest'
import type { ExportChunk } from '../../../src/query/incidentSource.ts'
import { collectFile } from '../../../src/share/collectFile.ts'
import { failingExport } from '../sources/fakeSource.ts'

async function* chunksOf(parts: readonly Uint8Array<ArrayBuffer>[]): AsyncGenerator<ExportChunk> {
  for (const [index, bytes] of parts.entries())
    yield await Promise.resolve({ bytes, done: index + 1, total: parts.length })
}

it('joins the chunks of an export in order, however large they are', async () => {
  const parts = [1, 2, 3, 4].map((value) => new Uint8Array(5_000_000).fill(value))
  const progress: number[][] = []
  const file = await collectFile(chunksOf(parts), 'text/plain', (done, total) => progress.push([done, total]))
  expect(file.type).toBe('text/plain')
  expect(progress).toEqual([1, 2, 3, 4].map((done) => [done, 4]))
  const bytes = new Uint8Array(await file.arrayBuffer())
  expect(bytes).toHaveLength(20_000_000)
  expect([0, 4_999_999, 5_000_000, 19_999_999].map((at) => bytes[at])).toEqual([1, 1, 2, 4])
})

it('throws what the export throws', async () => {
  const chunks = failingExport(new RangeError('no file'))
  await expect(collectFile(chunks, 'text/plain', () => {})).rejects.toThrow('no file')
})
