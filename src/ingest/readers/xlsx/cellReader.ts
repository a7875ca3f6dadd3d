import type { NumberMeaning } from './numberFormats.ts'
import { numberText } from './numberText.ts'
import { createStringItem, unescape, type StringItem } from './stringItem.ts'

/** What all sheets of a workbook share. */
export interface CellContext {
  strings: readonly string[]
  /** By index of a cell's style. */
  meanings: readonly NumberMeaning[]
  from1904: boolean
}

/** Puts together the text of a cell from the events of its XML. */
export interface CellReader extends Omit<StringItem, 'take'> {
  /** @param type attribute `t`: n, s, str, inlineStr, b, e, d */
  begin(type: string, style: number): void
  /** The text of the cell; undefined where it refers to a text that the workbook lacks. */
  take(): string | undefined
  /** The address that the cell leads to by its formula. */
  linkOfFormula(): string | undefined
}

/** A reader of the cells of one sheet, one after the other. */
export function createCell({ strings, meanings, from1904 }: CellContext): CellReader {
  const inline = createStringItem()
  let type = 'n'
  let style = 0
  let value = ''
  let formula = ''
  let inFormula = false
  let inValue = false
  let hasValue = false
  return {
    begin(ofType, ofStyle) {
      type = ofType
      style = ofStyle
      value = ''
      formula = ''
      inValue = false
      inFormula = false
      hasValue = false
    },
    open(name) {
      if (name === 'v') inValue = hasValue = true
      else if (name === 'f') inFormula = true
      else inline.open(name)
    },
    text(text) {
      if (inValue) value += text
      else if (inFormula) formula += text
      else inline.text(text)
    },
    close(name) {
      if (name === 'v') inValue = false
      else if (name === 'f') inFormula = false
      else inline.close(name)
    },
    linkOfFormula() {
      const [, address] = /^\s*HYPERLINK\(\s*"((?:[^"]|"")+)"/i.exec(formula) ?? []
      return address?.replaceAll('""', '"')
    },
    take() {
      const inlineText = inline.take()
      if (type === 'inlineStr') return inlineText
      if (!hasValue) return ''
      if (type === 's') return /^\d{1,9}$/.test(value) ? strings[Number(value)] : undefined
      if (type === 'b') return value === '1' || value === 'true' ? 'TRUE' : 'FALSE'
      if (type !== 'n') return unescape(value)
      return value === '' ? '' : numberText(value, meanings[style] ?? 'number', from1904)
    },
  }
}
