import type { ExportRequest } from '../../query/incidentSource.ts'

const LINE_FEED = 0x0a
const QUOTE = 0x22

/** Takes the next bytes of a file. @returns records that have ended in all bytes so far */
export type CountRecords = (bytes: Uint8Array) => number

/**
 * Counts the records of an exported file while it arrives: in the text formats each is a line of its own. Of the others
 * the count stays 0, as their bytes are compressed.
 */
export function createRecordCount({ format, notes = [] }: ExportRequest): CountRecords {
  switch (format) {
    case 'csv':
      // The header, and the notes with the line that ends them.
      return lineCount(1 + (notes.length > 0 ? notes.length + 1 : 0), true)
    case 'json':
    case 'geojson':
      // JSON escapes line ends in texts: all that there are stand between records.
      return lineCount(1, false)
    case 'xlsx':
    case 'geoparquet':
      return () => 0
  }
}

/**
 * @param headLines lines before the first record
 * @param isQuoted whether line ends between double quotes are part of a text
 */
function lineCount(headLines: number, isQuoted: boolean): CountRecords {
  let lines = 0
  let isInText = false
  return (bytes) => {
    for (const byte of bytes) {
      if (byte === LINE_FEED && !isInText) lines += 1
      else if (byte === QUOTE && isQuoted) isInText = !isInText
    }
    return Math.max(0, lines - headLines)
  }
}
