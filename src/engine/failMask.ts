import { byDimension, dimensions, type Dimension } from '../query/incidentQuery.ts'

/** One bit a dimension: set where the row fails it. 0: the row passes everything. */
export type FailMask = Uint16Array

export const bitOf: Readonly<Record<Dimension, number>> = byDimension(
  (dimension) => 1 << dimensions.indexOf(dimension),
)

/** Whether the row passes every dimension but those of `ignored`. */
export function passesBut(mask: number, ignored: number): boolean {
  return (mask & ~ignored) === 0
}

/** Sets or clears one dimension's bit of every row. */
export function setBits(mask: FailMask, dimension: Dimension, passes: (row: number) => boolean): void {
  const bit = bitOf[dimension]
  for (let row = 0; row < mask.length; row += 1) {
    const before = mask[row] ?? 0
    mask[row] = passes(row) ? before & ~bit : before | bit
  }
}

export function clearBits(mask: FailMask, dimension: Dimension): void {
  const bit = bitOf[dimension]
  for (let row = 0; row < mask.length; row += 1) mask[row] = (mask[row] ?? 0) & ~bit
}

export function failedDimensions(mask: number): Dimension[] {
  return dimensions.filter((dimension) => (mask & bitOf[dimension]) !== 0)
}
