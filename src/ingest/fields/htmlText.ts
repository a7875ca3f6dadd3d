import { httpUrl } from '../../incidents/sourceUrl.ts'

/** What a reader sees of a piece of HTML. */
export interface HtmlText {
  /** Without tags; lines end where they are seen to end. */
  text: string
  /** http and https addresses of its links, each once, in order. */
  links: string[]
}

/** Elements that begin and end a line. */
const blocks =
  /^(?:br|p|div|li|ul|ol|dl|dt|dd|tr|table|hr|h[1-6]|blockquote|pre|section|article|header|footer)$/
const tagName = /^<\/?([a-z][a-z0-9]{0,20})/i
const href = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i

/** Whether a text holds tags of HTML. */
export function isHtml(text: string): boolean {
  return /<\/?[a-z][a-z0-9]{0,20}[\s/>]/i.test(text)
}

/**
 * Text and links of a piece of HTML, as descriptions in KML hold it: a scanner that goes through it once and understands
 * as much as these need. Scripts, styles and comments are left out; what looks like no tag is text.
 */
export function htmlText(html: string): HtmlText {
  const parts: string[] = []
  const links = new Set<string>()
  let at = 0
  for (let tag = nextTag(html, 0); tag; tag = nextTag(html, at)) {
    parts.push(decodeEntities(html.slice(at, tag.start)))
    at = tag.end
    const name = tagName.exec(tag.text)?.[1]?.toLowerCase() ?? ''
    if (blocks.test(name)) parts.push('\n')
    else if (name === 'td' || name === 'th') parts.push(' ')
    else if (name === 'a') addLink(links, tag.text)
    else if (name === 'script' || name === 'style') at = endOfElement(html, tag, name)
  }
  parts.push(decodeEntities(html.slice(at)))
  return { text: tidyLines(parts.join('')), links: [...links] }
}

interface Tag {
  start: number
  /** Behind its last character. */
  end: number
  text: string
}

/** The next tag, comment or declaration from a place on; undefined where none is complete. */
function nextTag(html: string, from: number): Tag | undefined {
  const opening = /<(?=[a-z/!?])/gi
  opening.lastIndex = from
  const start = opening.exec(html)?.index
  if (start === undefined) return undefined
  const end = endOfTag(html, start)
  return end < 0 ? undefined : { start, end, text: html.slice(start, end) }
}

function endOfTag(html: string, start: number): number {
  if (html.startsWith('<![CDATA[', start)) return start + 9
  if (html.startsWith('<!--', start)) return behind(html, '-->', start)
  // Quoted values may hold the sign that ends a tag.
  const tag = /<[^<>"']*(?:(?:"[^"<]*"|'[^'<]*')[^<>"']*)*>/y
  tag.lastIndex = start
  return tag.test(html) ? tag.lastIndex : behind(html, '>', start)
}

/** -1 where the sign does not follow. */
function behind(html: string, sign: string, start: number): number {
  const index = html.indexOf(sign, start)
  return index < 0 ? -1 : index + sign.length
}

/** Where the content of a script or style is over; the end of the text where it is not closed. */
function endOfElement(html: string, { text, end }: Tag, name: 'script' | 'style'): number {
  if (text.startsWith('</')) return end
  const closing = name === 'script' ? /<\/script/gi : /<\/style/gi
  closing.lastIndex = end
  return closing.exec(html)?.index ?? html.length
}

function addLink(links: Set<string>, tag: string): void {
  const [, double, single, bare] = href.exec(tag) ?? []
  const url = decodeEntities(double ?? single ?? bare ?? '').trim()
  if (httpUrl(url)) links.add(url)
}

/** Named characters that occur in descriptions, besides the letters with accents below. */
const named: ReadonlyMap<string, string> = new Map([
  ...Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0', shy: '\u00AD' }),
  ...Object.entries({ ndash: '–', mdash: '—', hellip: '…', bull: '•', middot: '·', deg: '°', times: '×' }),
  ...Object.entries({ lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„' }),
  ...Object.entries({ laquo: '«', raquo: '»', lsaquo: '‹', rsaquo: '›', prime: '′', Prime: '″' }),
  ...Object.entries({ copy: '©', reg: '®', trade: '™', euro: '€', pound: '£', sect: '§', para: '¶' }),
  ...Object.entries({ oelig: 'œ', OElig: 'Œ', aelig: 'æ', AElig: 'Æ', szlig: 'ß', oslash: 'ø', Oslash: 'Ø' }),
])
/** Combining marks of the names of letters with accents: eacute, Ccedil. */
const accents: ReadonlyMap<string, string> = new Map(
  Object.entries({
    acute: '\u0301',
    grave: '\u0300',
    circ: '\u0302',
    uml: '\u0308',
    tilde: '\u0303',
    cedil: '\u0327',
    ring: '\u030A',
    caron: '\u030C',
  }),
)
const entity = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z])([a-z]{1,8}));/gi

/** The text with entities as the characters that they stand for, each once; unknown ones as written. */
function decodeEntities(text: string): string {
  return text.replace(
    entity,
    (whole, decimal?: string, hex?: string, first: string = '', rest: string = '') => {
      if (decimal !== undefined) return character(Number(decimal))
      if (hex !== undefined) return character(Number.parseInt(hex, 16))
      const mark = accents.get(rest)
      return named.get(first + rest) ?? (mark === undefined ? whole : (first + mark).normalize('NFC'))
    },
  )
}

/** The replacement character for what is no character. */
function character(code: number): string {
  const isOne = code > 0 && code <= 0x10_ff_ff && !(code >= 0xd8_00 && code <= 0xdf_ff)
  return isOne ? String.fromCodePoint(code) : '\uFFFD'
}

function tidyLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n')
}
