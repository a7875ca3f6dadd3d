import { eventTypes, NOT_STATED, type EventType } from '../incidents/vocabulary.ts'
import { useDescription } from './useResult.ts'

/**
 * The event types that are listed for the open data set: `not-stated` only where an incident has it.
 * @throws Error where no data set is open above the component
 */
export function useEventTypes(): readonly EventType[] {
  const counts = useDescription().totals.type
  return eventTypes.filter((type, index) => type !== NOT_STATED || counts?.[index])
}

/** Whether an incident of the open data set states its event type. */
export function useStatesTypes(): boolean {
  const counts = useDescription().totals.type
  return !counts || eventTypes.some((type, index) => type !== NOT_STATED && counts[index])
}
