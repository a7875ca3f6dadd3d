import { cellsOf } from './csvRecords.ts'
import type { Segments } from './csvSegments.ts'
import type { CsvText } from './csvSyntax.ts'
import type { RowSource } from './rowSource.ts'

/** The records of a CSV text as rows. */
export function csvRows(csv: CsvText, segments: Segments): RowSource {
  const { text, syntax } = csv
  const { starts, ends } = segments
  return {
    count: segments.count,
    cellCount: (row) => segments.cells[row] ?? 0,
    cells: (row) => cellsOf(csv, segments, row),
    isBlank(row) {
      const start = starts[row] ?? 0
      const end = ends[row] ?? start
      for (let at = start; at < end; at += 1) {
        const character = text[at] ?? ''
        const structure = character === syntax.quote || syntax.delimiter.includes(character)
        if (!structure && character.trim() !== '') return false
      }
      return true
    },
    isRefused: (row) => segments.excess[row] !== 0,
    isHashLine: (row) => text[starts[row] ?? 0] === '#',
    beginsWith(row, name) {
      const start = starts[row] ?? 0
      const quoted = syntax.quote !== '' && text[start] === syntax.quote
      return text.startsWith(name, start + (quoted ? 1 : 0))
    },
  }
}
