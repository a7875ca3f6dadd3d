import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { generate } from '../../src/cli/generate.ts'
import { load } from '../../src/cli/load.ts'
import { asStored, expectEachOnce, visibleRecords } from './loadChecks.ts'
import { syntheticDataset } from '../../src/cli/synthetic/syntheticDataset.ts'
import { startClickhouse } from './startClickhouse.ts'
import { createTestBase, servers } from './testBase.ts'

const size = 30_000

const folder = mkdtempSync(join(tmpdir(), 'atlas-small-disk-'))
const isMounted = servers !== null && mountMemory('11m')
afterAll(() => {
  if (isMounted) execFileSync('umount', [folder])
  rmSync(folder, { recursive: true })
})

/** Mounts a file system of that size at `folder`, which only some may. */
function mountMemory(megabytes: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}`, 'tmpfs', folder], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

describe.skipIf(!isMounted)('a load on a disk that is full', () => {
  it('ends and says so, and goes on when there is room', async () => {
    const own = await startClickhouse(1, { dataFolders: [join(folder, 'data')] })
    const published = mkdtempSync(join(tmpdir(), 'atlas-published-'))
    try {
      await generate({ incidents: size, seed: 1, outDir: published })
      const base = await createTestBase('one', own)
      const into = {
        ...base.connection.base,
        clickhouse: own.urls,
        whole: false,
        discard: false,
        withOriginal: false,
      }
      await expect(load([published], into)).rejects.toThrow('the disk of a ClickHouse server is full')
      execFileSync('mount', ['-o', 'remount,size=400m', folder])
      expect(await load([published], into)).toMatchObject({
        code: 0,
        lines: ['30000 incidents added', expect.anything()],
      })
      await expectEachOnce(base.connection, size)
      expect(await visibleRecords(base.connection, 1)).toEqual(asStored(syntheticDataset(size, 1).incidents))
      await base.connection.close()
    } finally {
      await own.stop()
      rmSync(published, { recursive: true })
    }
  })
})
