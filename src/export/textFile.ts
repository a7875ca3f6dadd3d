import type { Incident } from '../incidents/incident.ts'

/** A text file of records: `head`, the texts of the groups with `separator` between any two of them, and `tail`. */
export interface TextParts {
  head: string
  separator: string
  tail: string
  /** @param records at least one */
  write: (records: readonly Incident[]) => string
}

/** The file in UTF-8: one piece for each group, and one for its end. */
export async function* textFile(
  groups: AsyncIterable<readonly Incident[]>,
  { head, separator, tail, write }: TextParts,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  const encoder = new TextEncoder()
  let before = head
  for await (const records of groups) {
    if (records.length === 0) continue
    yield encoder.encode(before + write(records))
    before = separator
  }
  yield encoder.encode(before === head ? head + tail : tail)
}
