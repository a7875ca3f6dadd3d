/** Milliseconds between two lines. */
const PACE = 2_000

/** Tells on stderr how many records have been read, at most every two seconds. */
export function progressLine(): (records: number) => void {
  let last = Date.now()
  return (records) => {
    if (Date.now() - last < PACE) return
    last = Date.now()
    process.stderr.write(`${records} records\n`)
  }
}
