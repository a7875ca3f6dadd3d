import type { Actor, DatasetAbout, Incident, Place } from '../../incidents/incident.ts'
import { withRenamedEntries, type RenamedEntries } from '../../incidents/renamedRecord.ts'

/** Records, with all that they name. */
export interface RecordsToLoad {
  about: DatasetAbout
  actors: readonly Actor[]
  places: readonly Place[]
  /** In the order of their rows; the same order whenever the same files are read. */
  incidents: Iterable<Incident> | AsyncIterable<Incident>
}

/** Gives the next record; undefined after the last. A promise only where it must be waited for, as that takes time. */
export type NextRecord = () => Promise<Incident | undefined> | Incident | undefined

/**
 * Goes through the records of several parts as if they were one list.
 * @param begin called with each part before its first record is given; what it returns its records are renamed by
 */
export function nextRecord(
  parts: AsyncIterable<RecordsToLoad>,
  begin: (part: RecordsToLoad) => RenamedEntries,
): NextRecord {
  const steps = parts[Symbol.asyncIterator]()
  let nextOfPart: NextRecord = () => undefined
  const nextPart = async (): Promise<Incident | undefined> => {
    // Nothing of a part is held while the next one is read: each may be large.
    nextOfPart = () => undefined
    for (;;) {
      const step = await steps.next()
      if (step.done) return undefined
      nextOfPart = recordsOf(step.value, begin(step.value))
      const first = await nextOfPart()
      if (first) return first
    }
  }
  return () => {
    const record = nextOfPart()
    return record instanceof Promise
      ? record.then((incident) => incident ?? nextPart())
      : (record ?? nextPart())
  }
}

/** The records of one part, with the ids that their entries have in the base. */
function recordsOf({ incidents }: RecordsToLoad, renamed: RenamedEntries): NextRecord {
  const steps =
    Symbol.asyncIterator in incidents ? incidents[Symbol.asyncIterator]() : incidents[Symbol.iterator]()
  const valueOf = ({ done, value }: IteratorResult<Incident, undefined>) =>
    done ? undefined : withRenamedEntries(value, renamed)
  return () => {
    const step = steps.next()
    return step instanceof Promise ? step.then(valueOf) : valueOf(step)
  }
}
