/** Milliseconds between two lines. */
const PACE = 2_000

/**
 * Tells on stderr how many records have been read, at most every two seconds.
 * @returns takes the number of records, and that of bytes sent where they are sent
 */
export function progressLine(): (records: number, bytes?: number) => void {
  let last = Date.now()
  return (records, bytes) => {
    if (Date.now() - last < PACE) return
    last = Date.now()
    const sent = bytes === undefined ? '' : `, ${(bytes / 1e6).toFixed(1)} MB sent`
    process.stderr.write(`${records} records${sent}\n`)
  }
}
