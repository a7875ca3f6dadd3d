import { useDescription } from '../answers/useResult.ts'
import type { Actor, Claimant } from '../incidents/incident.ts'

/** The actor of the data set that a claimant is; undefined for a claimant that is only named. */
export function useActor(claimant: Claimant): Actor | undefined {
  return useDescription().dictionaries.actors.find(({ id }) => id === claimant)
}
