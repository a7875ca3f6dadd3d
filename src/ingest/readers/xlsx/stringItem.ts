/** Puts together a text of a workbook, plain or in runs; phonetic guides (`rPh`) are no part of it. */
export interface StringItem {
  open(name: string): void
  text(text: string): void
  close(name: string): void
  /** The text so far, and a fresh start. */
  take(): string
}

/** An empty text (ECMA-376 Part 1, 18.4.8). */
export function createStringItem(): StringItem {
  let value = ''
  let inText = false
  let phonetic = 0
  return {
    open(name) {
      if (name === 'rPh') phonetic += 1
      else if (name === 't') inText = phonetic === 0
    },
    text(text) {
      if (inText) value += text
    },
    close(name) {
      if (name === 'rPh') phonetic -= 1
      else if (name === 't') inText = false
    },
    take() {
      const taken = unescape(value)
      value = ''
      inText = false
      return taken
    },
  }
}

/** Replaces `_x000D_` and the like, by which characters are written that XML does not allow (18.4.14, ST_Xstring). */
export function unescape(text: string): string {
  if (!text.includes('_x')) return text
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}
