import type { MappedField } from '../../query/importReport.ts'
import { readCount } from '../fields/countField.ts'
import { countryCode } from '../fields/countryField.ts'
import { detectDayColumn } from '../fields/dayForms.ts'
import { isMissing } from '../fields/missingWords.ts'
import { plainText } from '../fields/plainText.ts'
import { monthOfName } from '../fields/monthNames.ts'
import { readDegrees, type Axis } from '../fields/degrees.ts'
import { readPositionCell } from '../fields/positionField.ts'
import { readUrls } from '../fields/urlField.ts'

/** What the cells of a column look like. */
export interface ColumnContent {
  /** Cells that are not missing. */
  filled: readonly string[]
  /**
   * Share of the filled cells that can be read as the field, from 0 to 1; undefined for a field of free text, which
   * anything can be.
   */
  shareOf(field: MappedField): number | undefined
}

/** Code units of a cell that are looked at. */
const LOOKED_AT = 500

/** @param cells of one column, in file order */
export function columnContent(cells: readonly string[]): ColumnContent {
  const filled = cells.map((cell) => cell.slice(0, LOOKED_AT)).filter((cell) => !isMissing(cell))
  const known = new Map<MappedField, number | undefined>()
  return {
    filled,
    shareOf(field) {
      if (!known.has(field)) known.set(field, shareOf(field, filled))
      return known.get(field)
    },
  }
}

function shareOf(field: MappedField, filled: readonly string[]): number | undefined {
  if (filled.length === 0) return undefined
  switch (field) {
    case 'day':
    case 'end-day':
      return detectDayColumn(filled).share
    case 'id':
      return new Set(filled).size / filled.length
    default: {
      const fits = tests[field]
      return fits && filled.filter(fits).length / filled.length
    }
  }
}

const isCount = (cell: string) => readCount(cell).kind === 'value'
const isWord = (cell: string) => !/^[\d\s.,:+-]+$/.test(plainText(cell))
const isPositionNumber = (axis: Axis) => (cell: string) => {
  const read = readDegrees(cell, axis)
  return read.kind === 'value' || (read.kind === 'invalid' && read.code === 'position-out-of-range')
}

/** Whether a cell can be read as a field; fields of free text have no test. */
const tests: Readonly<Partial<Record<MappedField, (cell: string) => boolean>>> = {
  year: (cell) => /^(1[5-9]|2[01])\d\d$/.test(plainText(cell)),
  month: (cell) => isNumberTo(12)(cell) || monthOfName(plainText(cell)) !== undefined,
  'day-of-month': isNumberTo(31),
  time: (cell) => /^\d{1,2}[:hH.]\d{2}(:\d{2}(\.\d+)?)?( ?[ap]\.?m\.?)?$/i.test(plainText(cell)),
  latitude: isPositionNumber('lat'),
  longitude: isPositionNumber('lng'),
  position: (cell) => readPositionCell(cell).kind === 'value',
  country: (cell) => countryCode(cell) !== undefined,
  region: isWord,
  district: isWord,
  place: isWord,
  category: isWord,
  title: isWord,
  description: isWord,
  actor: isWord,
  target: isWord,
  source: isWord,
  tag: isWord,
  killed: isCount,
  'killed-min': isCount,
  'killed-max': isCount,
  wounded: isCount,
  'wounded-min': isCount,
  'wounded-max': isCount,
  'killed-or-wounded': isCount,
  url: (cell) => readUrls(cell).urls.length > 0,
}

/** Whole numbers up to a greatest one; 0 and -99 stand for unknown parts of a date. */
function isNumberTo(greatest: number): (cell: string) => boolean {
  return (cell) => {
    const text = plainText(cell)
    return text === '-99' || (/^\d{1,2}(\.0)?$/.test(text) && Number(text) <= greatest)
  }
}
