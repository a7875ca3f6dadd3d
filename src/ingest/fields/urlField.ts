import { httpUrl } from '../../incidents/sourceUrl.ts'
import { htmlText } from './htmlText.ts'

/** The links of a cell. */
export interface ReadUrls {
  /** http and https, as written, each once, in order. */
  urls: string[]
  /** What else the cell says, its parts joined by a blank; '' where that has no letter and no digit. */
  rest: string
}

/** The commonest cell: one URL, of characters that nothing has to be taken off. */
const oneUrl = /^https?:\/\/[\w.~/-]*[\w/]$/

/** Where a URL may begin: not inside another, as in web.archive.org/web/2024/https://example.org/. */
const start = /(?<![\p{L}\p{N}/=:%&?#.@_~+-])https?:\/\//giu
/** What no URL holds, and separators that another URL, a blank or the end follows. */
const end = /[\s<>"|\\^`{}«»“”،؛]|[,;](?=\s|$|https?:\/\/)/iu
const separators = /^[\s,;|،؛]+/u

/**
 * Finds the links of a cell: with blanks, commas, semicolons, bars or line ends between, in HTML anchors, or within a
 * text. A URL with commas in it stays whole. What has no scheme (www.example.org) is text, since it is no link.
 */
export function readUrls(text: string): ReadUrls {
  if (oneUrl.test(text) && httpUrl(text)?.hostname.includes('.')) return { urls: [text], rest: '' }
  const html = /<a\s/i.test(text) ? htmlText(text) : undefined
  const plain = html?.text ?? text
  const urls = new Set(html?.links)
  const parts: string[] = []
  let at = 0
  for (const { index } of plain.matchAll(start)) {
    if (index < at) continue
    const url = urlAt(plain, index)
    if (url === undefined) continue
    urls.add(url)
    parts.push(plain.slice(at, index))
    at = index + url.length
  }
  parts.push(plain.slice(at))
  const rest = parts.map((part) => withoutSeparators(part)).filter((part) => /[\p{L}\p{N}]/u.test(part))
  return { urls: [...urls], rest: rest.join(' ') }
}

/** The URL that begins here; undefined where it is none, or its host has no dot. */
function urlAt(text: string, index: number): string | undefined {
  const length = lengthOfUrl(text, index)
  const url = withoutPunctuation(text.slice(index, index + length))
  return httpUrl(url)?.hostname.includes('.') ? url : undefined
}

function lengthOfUrl(text: string, index: number): number {
  const ending = new RegExp(end, 'giu')
  ending.lastIndex = index
  return (ending.exec(text)?.index ?? text.length) - index
}

/** Without signs of the sentence behind it; a closing bracket stays where it is opened in the URL. */
function withoutPunctuation(url: string): string {
  let open = 0
  for (const character of url) open += character === '(' ? 1 : character === ')' ? -1 : 0
  let length = url.length
  for (; length > 0; length--) {
    const last = url.charAt(length - 1)
    if (last === ')' && open < 0) open++
    else if (!/[.,;:!?'’\]]/u.test(last) || url.endsWith('#!', length)) break
  }
  return url.slice(0, length)
}

function withoutSeparators(part: string): string {
  const front = part.replace(separators, '')
  let length = front.length
  while (length > 0 && separators.test(front.charAt(length - 1))) length--
  return front.slice(0, length)
}
