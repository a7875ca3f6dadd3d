import type { FileFaultCode } from '../../query/importReport.ts'
import { faultOfCompoundFile } from './compoundFile.ts'
import { decodeText } from './decodeText.ts'
import { extensionOf } from './fileExtension.ts'
import { sniffJson } from './json/sniffJson.ts'

/** What a file is. */
export type Sniffed = (
  | { kind: 'format'; format: 'table' | 'json' | 'json-lines' | 'kml' | 'parquet' | 'yaml' }
  | { kind: 'archive'; format: 'gzip' | 'zip' }
  | { kind: 'fault'; fault: FileFaultCode }
) & {
  /** By what it was recognized: its first bytes, its text, its name, or because it is nothing else. */
  reason: 'signature' | 'content' | 'name' | 'default'
}

/** Before each record of a JSON text sequence (RFC 7464). */
const RECORD_SEPARATOR = '\u001e'

/** Bytes of the head of a file that are looked at. */
const HEAD_BYTES = 64 * 1024

/** First bytes of formats that are refused, in Latin-1. */
const refusedSignatures: readonly [signature: string, fault: FileFaultCode][] = [
  ['PARE', 'encrypted'],
  ['SQLite format 3\0', 'geopackage'],
  ['fgb', 'flatgeobuf'],
  ['%PDF', 'pdf'],
  ['\0\0\x27\x0a', 'shapefile'],
  ['BZh', 'unsupported-compression'],
  ['\xfd7zXZ\0', 'unsupported-compression'],
  ['7z\xbc\xaf\x27\x1c', 'unsupported-compression'],
  ['Rar!\x1a\x07', 'unsupported-compression'],
  ['\x28\xb5\x2f\xfd', 'unsupported-compression'],
  ['\x89PNG', 'binary-content'],
  ['\xff\xd8\xff', 'binary-content'],
  ['GIF8', 'binary-content'],
]

/** First bytes of a ZIP archive: of its first member, its end where it has none, or the mark of one that was split. */
const zipSignatures = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08']

/** Root elements of XML, without prefix and in lower case. */
const xmlRoots: Readonly<Record<string, 'kml' | FileFaultCode>> = {
  kml: 'kml',
  document: 'kml',
  folder: 'kml',
  placemark: 'kml',
  gpx: 'gpx',
  workbook: 'xls',
  html: 'html',
  head: 'html',
  body: 'html',
  table: 'html',
  div: 'html',
}

/** Tells what a file is: by its first bytes, then by its text, and by its name only where these leave it open. */
export function sniffFormat(name: string, bytes: Uint8Array): Sniffed {
  return bySignature(bytes) ?? byText(extensionOf(name.replace(/\.gz$/i, '')), bytes)
}

function bySignature(bytes: Uint8Array): Sniffed | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 16))
  const reason = 'signature'
  if (head.startsWith('\x1f\x8b')) return { kind: 'archive', format: 'gzip', reason }
  if (zipSignatures.some((signature) => head.startsWith(signature)))
    return { kind: 'archive', format: 'zip', reason }
  if (head.startsWith('PAR1')) return { kind: 'format', format: 'parquet', reason }
  const compound = faultOfCompoundFile(bytes)
  if (compound) return { kind: 'fault', fault: compound, reason }
  const refused = refusedSignatures.find(([signature]) => head.startsWith(signature))
  return refused && { kind: 'fault', fault: refused[1], reason }
}

function byText(extension: string, bytes: Uint8Array): Sniffed {
  if (bytes.length === 0) return { kind: 'fault', fault: 'empty-file', reason: 'content' }
  const decoded = decodeText(bytes.subarray(0, HEAD_BYTES))
  if (!decoded.ok) return { kind: 'fault', fault: decoded.code, reason: 'content' }
  const head = decoded.value.text.replaceAll(RECORD_SEPARATOR, ' ').trimStart()
  if (head === '' && bytes.length <= HEAD_BYTES)
    return { kind: 'fault', fault: 'empty-file', reason: 'content' }
  if (head.startsWith('<')) {
    const xml = sniffXml(head, extension)
    if (xml) return xml
  }
  if (head.startsWith('{') || head.startsWith('[')) {
    const json = sniffJson(head, extension)
    if (json) return { kind: 'format', ...json }
  }
  if (head.startsWith('%YAML')) return { kind: 'format', format: 'yaml', reason: 'content' }
  if (/^ya?ml$/.test(extension)) return { kind: 'format', format: 'yaml', reason: 'name' }
  return { kind: 'format', format: 'table', reason: 'default' }
}

/** What a text that begins with < is; undefined where it is no markup. */
function sniffXml(head: string, extension: string): Sniffed | undefined {
  const reason = 'content'
  const { doctype, root } = rootOf(head)
  const local = root?.replace(/^.*:/, '').toLowerCase() ?? ''
  const known = doctype === 'html' ? 'html' : Object.hasOwn(xmlRoots, local) ? xmlRoots[local] : undefined
  if (known === 'kml' || (known === undefined && extension === 'kml'))
    return { kind: 'format', format: 'kml', reason: known ? reason : 'name' }
  if (known !== undefined) return { kind: 'fault', fault: known, reason }
  const isXml = head.startsWith('<?xml') || head.startsWith('<!--') || (root && head.includes(`</${root}`))
  return isXml ? { kind: 'fault', fault: 'other-xml', reason } : undefined
}

/** The first element of an XML text, and the document type before it in lower case. */
function rootOf(head: string): { doctype?: string; root?: string } {
  let doctype: string | undefined
  for (let at = 0; at < head.length;) {
    const rest = head.slice(at, at + 200)
    const end = rest.startsWith('<!--')
      ? head.indexOf('-->', at) + 3
      : rest.startsWith('<?') || rest.startsWith('<!')
        ? head.indexOf('>', at) + 1
        : 0
    if (end <= at) {
      const root = /^<([\w:.-]+)/.exec(rest)?.[1]
      return { ...(doctype !== undefined && { doctype }), ...(root !== undefined && { root }) }
    }
    doctype ??= /^<!doctype\s+([\w:.-]+)/i.exec(rest)?.[1]?.toLowerCase()
    at = end
    while (at < head.length && head.charAt(at).trim() === '') at += 1
  }
  return doctype === undefined ? {} : { doctype }
}
