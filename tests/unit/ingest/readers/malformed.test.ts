import { describe, expect, it } from 'vitest'
import { interpretFiles } from '../../../../src/ingest/importFiles.ts'
import { readFile } from '../../../../src/ingest/readers/readFile.ts'
import type { FaultyFile, ReadFile } from '../../../../src/ingest/readers/fileTable.ts'
import { allMalformed } from '../../../corpora/malformed/allMalformed.ts'
import type { Expected } from '../../../corpora/malformed/malformedFile.ts'
import { reportBroken } from '../../../mutations/lawBroken.ts'
import { expectLawful } from './expectLawful.ts'

/** What was found, in the form of what is expected, and no more than that. */
function foundIn(file: ReadFile | FaultyFile | undefined, expected: Expected): Expected | undefined {
  if (!file || 'fault' in file) return file && { fault: file.fault }
  if ('fault' in expected) return { counts: file.account.counts }
  const refused = Array.from({ length: file.account.entries }, (_, i) => file.account.entry(i)).filter(
    ({ kind }) => kind === 'refused',
  )
  return {
    counts: Object.fromEntries(Object.entries(file.account.counts).filter(([, count]) => count > 0)),
    ...(expected.warnings && { warnings: file.warnings.map(({ code }) => code).toSorted() }),
    ...(expected.refusals && { refusals: refused.map(({ refusal }) => refusal ?? 'not-a-record') }),
    ...(expected.cells && {
      cells: expected.cells.map((cell) => ({
        ...cell,
        text: file.tables[cell.table ?? 0]?.record(cell.record).cells.join('|') ?? '',
      })),
    }),
  }
}

describe('the corpus of malformed files', () => {
  it('has at least 600 files', () => {
    expect(allMalformed.length).toBeGreaterThanOrEqual(600)
  })

  it.each(allMalformed)('$name: $defect', async ({ name, bytes, expected }) => {
    const read = await readFile(name, bytes, {})
    expect(read.map((file, i) => foundIn(file, expected[i] ?? { counts: {} }))).toEqual(
      expected.map((each) =>
        'warnings' in each && each.warnings ? { ...each, warnings: each.warnings.toSorted() } : each,
      ),
    )
    for (const file of read) expectLawful(file)
    const { report } = await interpretFiles(read, {}, { today: 20_000 })
    expect(reportBroken(report)).toBeUndefined()
  })
})
