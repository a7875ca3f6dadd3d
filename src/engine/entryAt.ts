/**
 * The entry of an array at an index that must be valid: for code that runs a few times an answer. Loops over rows use
 * `array[index]!` instead, as a call at each look-up costs 3 to 13 % of a step (README.md, "Look-ups").
 * @param what names the entries in the message of the error
 * @throws RangeError where the array has no such entry
 */
export function entryAt<T>(array: ArrayLike<T>, index: number, what: string): T {
  const entry = array[index]
  if (entry === undefined) throw new RangeError(`no ${what} ${index} among ${array.length}`)
  return entry
}
