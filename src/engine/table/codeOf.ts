/**
 * The id that a code stands for.
 * @param ids the vocabulary, in the order of its codes
 * @throws RangeError for a code that the vocabulary lacks
 */
export function codeOf<Id extends string>(ids: readonly Id[], code: number | undefined): Id {
  const id = code === undefined ? undefined : ids[code]
  if (id === undefined) throw new RangeError(`no code ${code} among ${ids.join(', ')}`)
  return id
}
