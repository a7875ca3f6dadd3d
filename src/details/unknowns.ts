import type { Incident } from '../incidents/incident.ts'
import { isArea } from '../incidents/precision.ts'

/** What the record leaves open; each follows from what is absent in it. */
export type Unknown =
  | {
      kind:
        | 'account'
        | 'casualties'
        | 'killed'
        | 'wounded'
        | 'openFigures'
        | 'day'
        | 'place'
        | 'initiator'
        | 'oneSource'
    }
  | { kind: 'undated' | 'unlinked'; count: number }

export function unknownsOf({ date, place, casualties = [], actors, sources, status }: Incident): Unknown[] {
  const killed = casualties.flatMap((entry) => entry.killed ?? [])
  const wounded = casualties.flatMap((entry) => entry.wounded ?? [])
  const figures = [...killed, ...wounded]
  const undated = sources.filter(({ published }) => published === undefined).length
  const unlinked = sources.filter(({ url }) => url === undefined).length
  const when = (holds: boolean, unknown: Unknown) => (holds ? [unknown] : [])
  return [
    ...when(status === 'disputed', { kind: 'account' }),
    ...when(date.precision !== 'day' && date.precision !== 'hour', { kind: 'day' }),
    ...when(isArea(place.precision), { kind: 'place' }),
    ...when(figures.length === 0, { kind: 'casualties' }),
    ...when(figures.length > 0 && killed.length === 0, { kind: 'killed' }),
    ...when(figures.length > 0 && wounded.length === 0, { kind: 'wounded' }),
    ...when(
      figures.some(({ max }) => max === undefined),
      { kind: 'openFigures' },
    ),
    ...when(!actors.some(({ role }) => role === 'initiator'), { kind: 'initiator' }),
    ...when(sources.length === 1, { kind: 'oneSource' }),
    ...when(undated > 0, { kind: 'undated', count: undated }),
    ...when(unlinked > 0, { kind: 'unlinked', count: unlinked }),
  ]
}
