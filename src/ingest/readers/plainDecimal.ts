/** Shortest decimal without exponent. */
export function plainDecimal(value: number): string {
  const text = String(value)
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)\.?(\d*)e([-+]\d+)$/.exec(text) ?? []
  if (whole === '') return text
  const point = whole.length + Number(exponent)
  const digits = whole + fraction
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return `${sign}${digits.padEnd(point, '0')}`
}
