import type { Incident } from '../incidents/incident.ts'
import { givenPosition } from '../incidents/place.ts'
import { isArea } from '../incidents/precision.ts'
import { tollOf } from '../incidents/toll.ts'

/** Something that the record does not tell; each kind follows from what is absent in it. */
export type Unknown =
  | {
      kind:
        | 'account'
        | 'disputed'
        | 'casualties'
        | 'killed'
        | 'wounded'
        | 'deathsNumber'
        | 'deathsContested'
        | 'openFigures'
        | 'day'
        | 'place'
        | 'initiator'
        | 'oneSource'
        | 'noSource'
    }
  | { kind: 'undated' | 'unlinked'; count: number }

/** What the record does not tell, in the order of the page. */
export function unknownsOf(incident: Incident): Unknown[] {
  const { date, place, actors, sources, status, disputed = [] } = incident
  const undated = sources.filter(({ published }) => published === undefined).length
  const unlinked = sources.filter(({ url }) => url === undefined).length
  return [
    ...when(status === 'disputed', {
      kind: disputed.includes('occurrence') ? 'account' : 'disputed',
    }),
    ...when(date.precision !== 'day' && date.precision !== 'hour', { kind: 'day' }),
    ...when(isArea(place.precision) || !givenPosition(place), { kind: 'place' }),
    ...unknownCasualties(incident),
    ...when(!actors.some(({ role }) => role === 'initiator'), { kind: 'initiator' }),
    ...when(sources.length === 1, { kind: 'oneSource' }),
    ...when(sources.length === 0, { kind: 'noSource' }),
    ...when(undated > 0, { kind: 'undated', count: undated }),
    ...when(unlinked > 0, { kind: 'unlinked', count: unlinked }),
  ]
}

function unknownCasualties({ casualties = [] }: Incident): Unknown[] {
  const killed = tollOf(casualties, 'killed')
  const isKilledTold = killed.standing !== 'not-reported'
  const isWoundedTold = tollOf(casualties, 'wounded').standing !== 'not-reported'
  const counts = casualties.flatMap((entry) => [entry.killed ?? [], entry.wounded ?? []].flat())
  return [
    ...when(!isKilledTold && !isWoundedTold, { kind: 'casualties' }),
    ...when(!isKilledTold && isWoundedTold, { kind: 'killed' }),
    ...when(isKilledTold && !isWoundedTold, { kind: 'wounded' }),
    ...when(isKilledTold && killed.min === null, { kind: 'deathsNumber' }),
    ...when(killed.min !== null && killed.standing === 'contested', { kind: 'deathsContested' }),
    ...when(
      counts.some((count) => typeof count === 'object' && count.max === undefined),
      { kind: 'openFigures' },
    ),
  ]
}

function when(holds: boolean, unknown: Unknown): Unknown[] {
  return holds ? [unknown] : []
}
