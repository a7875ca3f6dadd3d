import { parseDay } from '../../incidents/day.ts'
import { monthOfName } from '../fields/monthNames.ts'
import { readUrls } from '../fields/urlField.ts'
import type { RowSource } from '../rowIncident.ts'

/** Cells of UCDP GED that name sources; the last three are lists with `;`, of the same length since 2013. */
interface SourceCells {
  article: string
  office: string
  date: string
  headline: string
}

/**
 * The sources of an event: of newer coding, by the lists of offices, dates and headlines; of older coding (where
 * `number_of_sources` is -1) by the citations in `source_article`, which are free text.
 */
export function ucdpSources({ article, office, date, headline }: SourceCells): RowSource[] {
  const citations = citationsOf(article)
  const parsed = citations.map(publishedArticle)
  if (parsed.length > 0 && parsed.every((source) => source !== undefined)) return parsed
  const offices = partsOf(office)
  const dates = partsOf(date)
  if (offices.length === 0 || offices.length !== dates.length || offices.includes('')) {
    return citations.map((citation, at) => parsed[at] ?? freeCitation(citation))
  }
  const headlines = partsOf(headline)
  return offices.map((publisher, at) => {
    const note = headlines.length === offices.length ? headlines[at] : undefined
    return { publisher, ...publishedOn(dates[at] ?? ''), note: note || undefined }
  })
}

function partsOf(list: string): string[] {
  return list ? list.split(';').map((part) => part.trim()) : []
}

/** The citations of a cell: parts between `;` that stand outside quotes. */
function citationsOf(cell: string): string[] {
  const citations: string[] = []
  let start = 0
  let isQuoted = false
  for (let at = 0; at < cell.length; at += 1) {
    const letter = cell[at]
    if (letter === '"') isQuoted = !isQuoted
    if (letter !== ';' || isQuoted) continue
    citations.push(cell.slice(start, at))
    start = at + 1
  }
  citations.push(cell.slice(start))
  return citations.map((citation) => citation.trim()).filter(Boolean)
}

/** `"Publisher,YYYY-MM-DD,Headline"`, as newer coding writes it. */
function publishedArticle(citation: string): RowSource | undefined {
  if (citation.length < 2 || !citation.startsWith('"') || !citation.endsWith('"')) return undefined
  const inside = citation.slice(1, -1)
  const found = /,(\d{4}-\d{2}-\d{2}),/.exec(inside)
  const publisher = found && inside.slice(0, found.index).trim()
  if (!publisher) return undefined
  const note = inside.slice(found.index + found[0].length).trim()
  return { publisher, ...publishedOn(found[1] ?? ''), note: note || undefined }
}

function publishedOn(date: string): Pick<RowSource, 'published'> {
  return parseDay(date) === undefined ? {} : { published: date }
}

/** Words that begin what follows the publisher in a citation, besides names of months. */
const numberWords = new Set(['vol', 'vol.', 'volume', 'no', 'no.', 'nr', 'nr.', 'issue'])

/**
 * A citation in free text. Its publisher is what stands before the first digit, comma, bracket, colon or quote, without
 * the month or the word "vol." that a digit follows; one that begins with a URL names none.
 */
function freeCitation(citation: string): RowSource {
  if (/^https?:/i.test(citation)) {
    const { urls, rest } = readUrls(citation)
    return urls[0] === undefined
      ? { publisher: citation }
      : { publisher: '', url: urls[0], note: rest || undefined }
  }
  const words = (citation.split(/[\d,(:"]/, 1)[0] ?? '').split(/\s+/).filter(Boolean)
  while (words.length > 1 && isDated(words.at(-1) ?? '')) words.pop()
  const publisher = words.join(' ')
  if (publisher === '') return { publisher: citation }
  return publisher === citation ? { publisher } : { publisher, note: citation }
}

function isDated(word: string): boolean {
  return numberWords.has(word.toLowerCase()) || monthOfName(word) !== undefined
}
