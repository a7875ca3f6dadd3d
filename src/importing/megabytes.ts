/** Millions of bytes: with one decimal, and at least 0.1 for what is not empty. */
export function megabytes(bytes: number): number {
  return bytes === 0 ? 0 : Math.max(0.1, Math.round(bytes / 100_000) / 10)
}
