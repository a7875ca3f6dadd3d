/** Fewest runs of a property, whatever its share. */
const FEWEST = 20

/**
 * How often a property is tried. Mutation testing tries only the share that `PROPERTY_SHARE` names, as it runs the
 * same tests many hundred times.
 * @param full runs of an ordinary test run
 * @returns `full` where no share is set; else that share of it, but at least 20 (or `full`, where that is less)
 */
export function propertyRuns(full: number): number {
  const share = Number(process.env.PROPERTY_SHARE ?? 1)
  return Math.min(full, Math.max(FEWEST, Math.ceil(full * share)))
}
