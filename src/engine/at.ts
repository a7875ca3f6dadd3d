/**
 * Entry of a typed array, for loops that visit millions of entries: inlined, and not checked at run time.
 * @param index within the array: outside of it the result is no number
 */
export function at(
  array: Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array | Float64Array,
  index: number,
): number {
  return array[index] as number
}
