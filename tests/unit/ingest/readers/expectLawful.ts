import { expect } from 'vitest'
import type { FaultyFile, ReadFile } from '../../../../src/ingest/readers/fileTable.ts'
import { lawBroken } from '../../../mutations/lawBroken.ts'

/** Expects the law of accounts of a file as read. */
export function expectLawful(file: ReadFile | FaultyFile): void {
  expect(lawBroken(file)).toBeUndefined()
  if ('fault' in file) return
  for (const table of file.tables) expect(() => table.record(table.records)).toThrow(RangeError)
}
