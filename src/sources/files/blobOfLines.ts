import { createSlices } from '../../ingest/slices.ts'

/** Code units of text that are held as text, before they become a part of the file. */
const PART = 1_000_000

/**
 * A file of text, written part by part: the browser may hold its parts outside the memory of the script. Other tasks run
 * meanwhile.
 * @param lines with their line ends
 */
export async function blobOfLines(lines: Iterable<string>, type: string): Promise<Blob> {
  const parts: Blob[] = []
  const slices = createSlices(undefined)
  let text: string[] = []
  let length = 0
  const flush = () => {
    if (text.length > 0) parts.push(new Blob(text))
    text = []
    length = 0
  }
  for (const line of lines) {
    text.push(line)
    length += line.length
    if (length >= PART) flush()
    if (slices.isDue()) await slices.rest()
  }
  flush()
  return new Blob(parts, { type })
}
