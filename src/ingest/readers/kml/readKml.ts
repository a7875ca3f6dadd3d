import { decodeText } from '../decodeText.ts'
import type { FaultyFile, ReadFile, ReadOptions } from '../fileTable.ts'
import { readInSlices } from '../readInSlices.ts'
import { TextEntries, unreadableLines } from '../textEntries.ts'
import { WarningList } from '../warningList.ts'
import { KmlPlacemarks } from './kmlPlacemarks.ts'

/**
 * A KML file (OGC 07-147r2, and the older ones of Google) as read: one table, one record a placemark. Damaged placemarks
 * are refused, and the others read. @throws FileFault `too-many-columns`
 */
export async function readKml(
  name: string,
  bytes: Uint8Array,
  options: ReadOptions,
): Promise<ReadFile | FaultyFile> {
  const decoded = decodeText(bytes)
  if (!decoded.ok) return { name, bytes: bytes.length, fault: decoded.code }
  const { text, encoding } = decoded.value
  const entries = new TextEntries(decoded.value)
  const warnings = new WarningList()
  for (const line of unreadableLines(text)) warnings.add('unreadable-bytes', line)
  const placemarks = new KmlPlacemarks(text, entries, warnings)
  const table = await readInSlices(placemarks.read(), text.length, options)
  const account = entries.account(bytes)
  if (table.records === 0 && placemarks.networkLinks > 0)
    return { name, bytes: bytes.length, fault: 'network-link' }
  if (table.records === 0 && account.counts.refused)
    return { name, bytes: bytes.length, fault: 'damaged-file' }
  if (placemarks.networkLinks > 0) warnings.add('network-link')
  return {
    name,
    format: 'kml',
    bytes: bytes.length,
    encoding,
    tables: [table],
    account,
    warnings: warnings.all(),
  }
}
