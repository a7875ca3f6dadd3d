import { listAt, type IncidentColumns } from '../../src/incidents/columns.ts'
import { spanOf } from './ours.ts'
import { BRUSH, brushSteps, JUMP, jumpSteps, timeSteps, type Measured } from './steps.ts'

/** An array of objects that each step filters and counts: event types, actors and publishers; no cells, no list. */
export function measureArrays(columns: IncidentColumns): Measured {
  const { actors, publishers } = columns
  const objects = Array.from({ length: columns.rows }, (_, row) => ({
    day: columns.day[row] ?? 0,
    type: columns.type[row] ?? 0,
    actors: [...listAt(actors, row)],
    publishers: [...listAt(publishers, row)],
  }))
  const { first, last } = spanOf(columns)
  const step = ([from, to]: [number, number]) => {
    const counts = new Map<string, number>()
    const add = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)
    for (const { type, actors: parties, publishers: reporters } of objects.filter(
      ({ day }) => day >= from && day <= to,
    )) {
      add(`type ${type}`)
      for (const id of parties) add(`actor ${id}`)
      for (const id of reporters) add(`publisher ${id}`)
    }
    return counts.size
  }
  return {
    name: 'array of objects',
    steps: [
      timeSteps(BRUSH, brushSteps(first, last, 20), step),
      timeSteps(JUMP, jumpSteps(first, last, 10), step),
    ],
  }
}
