import { inflateSync } from 'node:zlib'

interface PdfObject {
  head: string
  stream: Buffer | undefined
}

/**
 * The text of a PDF as Chromium writes it, without anything between words that is not a space: by each font's own table
 * of characters. Text that runs right to left comes as it is drawn.
 */
export function pdfText(pdf: Buffer): string {
  const objects = readObjects(pdf)
  const tables = new Map<number, Map<string, string>>()
  const tableOf = (font: number) => {
    const known = tables.get(font)
    if (known) return known
    const at = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font)?.head ?? '')
    const table = readTable(objects.get(Number(at?.[1]))?.stream?.toString('latin1') ?? '')
    tables.set(font, table)
    return table
  }
  const fonts = new Map<string, number>()
  for (const { head } of objects.values()) {
    for (const [, name, number] of head.matchAll(/\/(F\d+) (\d+) 0 R/g))
      if (name) fonts.set(name, Number(number))
  }
  return [...objects.values()]
    .map(({ stream }) => readPage(stream, (name) => tableOf(fonts.get(name) ?? -1)))
    .join('')
}

function readObjects(pdf: Buffer): Map<number, PdfObject> {
  const text = pdf.toString('latin1')
  const found = new Map<number, PdfObject>()
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)) {
    const start = match.index + match[0].length
    const end = text.indexOf('endobj', start)
    const begins = text.indexOf('stream\n', start)
    const hasStream = begins >= 0 && begins < end
    const head = text.slice(start, hasStream ? begins : end)
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0)
    const bytes = hasStream ? pdf.subarray(begins + 7, begins + 7 + length) : undefined
    const stream = bytes && /FlateDecode/.test(head) ? inflateSync(bytes) : bytes
    found.set(Number(match[1]), { head, stream: /\/Image/.test(head) ? undefined : stream })
  }
  return found
}

/** From glyph, as four digits, to characters. */
function readTable(cmap: string): Map<string, string> {
  const table = new Map<string, string>()
  const characters = (hex: string) =>
    (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(parseInt(unit, 16))).join('')
  for (const [, section = ''] of cmap.matchAll(/beginbfchar([^]*?)endbfchar/g)) {
    for (const [, glyph = '', to = ''] of section.matchAll(/<(\w{4})> <(\w+)>/g))
      table.set(glyph, characters(to))
  }
  for (const [, section = ''] of cmap.matchAll(/beginbfrange([^]*?)endbfrange/g)) {
    for (const [, first = '', last = '', to = ''] of section.matchAll(/<(\w{4})> <(\w{4})> <(\w{4})>/g)) {
      const [from, until, start] = [first, last, to].map((hex) => parseInt(hex, 16)) as [
        number,
        number,
        number,
      ]
      for (let glyph = from; glyph <= until; glyph += 1)
        table.set(
          glyph.toString(16).toUpperCase().padStart(4, '0'),
          String.fromCharCode(start + glyph - from),
        )
    }
  }
  return table
}

function readPage(stream: Buffer | undefined, tableOf: (font: string) => Map<string, string>): string {
  const code = stream?.toString('latin1') ?? ''
  if (!/\bT[jJ]\b/.test(code)) return ''
  let table = new Map<string, string>()
  let text = ''
  for (const [, font, hex] of code.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-F]+)>/g)) {
    if (font) table = tableOf(font)
    else text += (hex?.match(/.{4}/g) ?? []).map((glyph) => table.get(glyph) ?? '').join('')
  }
  return text
}
