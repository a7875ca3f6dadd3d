import type { Incident } from '../../incidents/incident.ts'
import { LoadProblem } from './loadProblem.ts'

/** Records that have the id of another one. */
export class SameIds {
  /** How many there are. */
  count = 0
  /** How many of them have neither day, place nor a title in common with it: they may be of another incident. */
  unlike = 0

  /** @param before the record with the same id */
  add(before: Incident, incident: Incident): void {
    this.count += 1
    if (areUnlike(before, incident)) this.unlike += 1
  }

  /** @throws LoadProblem where most are unlike: two publishers then count their incidents with the same numbers */
  check(): void {
    if (this.unlike >= FEWEST && 2 * this.unlike > this.count)
      throw new LoadProblem(
        `${this.unlike} of ${this.count} records that have the id of another one have another day, place and title too: they are other incidents with the same numbers. Load files of each publisher with a --id-prefix of its own, and --discard`,
      )
  }
}

/** So many corrections of day, place and title at once are no coincidence. */
const FEWEST = 10

function areUnlike(a: Incident, b: Incident): boolean {
  const titles = new Set<string>(Object.values(a.title))
  return (
    a.date.start !== b.date.start &&
    a.place.id !== b.place.id &&
    !Object.values(b.title).some((title: string) => titles.has(title))
  )
}
