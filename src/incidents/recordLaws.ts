import type { RecordProblem } from './checkRecord.ts'
import type { Incident } from './incident.ts'
import { didYouMean } from './nearestWord.ts'
import { subtypesOfType } from './vocabulary.ts'

/** What a record must keep beyond its form: its parts agree with each other. */
export function breachesOfLaws(incident: Incident): RecordProblem[] {
  return [...subtypeBreaches(incident), ...sourceBreaches(incident), ...actorBreaches(incident)]
}

function subtypeBreaches({ type, subtype }: Incident): RecordProblem[] {
  const known: readonly string[] = subtypesOfType[type]
  if (known.includes(subtype)) return []
  const message = `"${subtype}" is no sub-event type of ${type}: write one of ${known.join(', ')}, or change type`
  return [{ path: ['subtype'], message }]
}

function sourceBreaches(incident: Incident): RecordProblem[] {
  const ids = incident.sources.map((source) => source.id)
  const problems: RecordProblem[] = []
  ids.forEach((id, index) => {
    if (ids.indexOf(id) < index) {
      const message = `"${id}" is the id of an earlier source too: write an id of its own, such as s${ids.length + 1}`
      problems.push({ path: ['sources', index, 'id'], message })
    }
  })
  for (const list of ['claims', 'casualties'] as const) {
    incident[list]?.forEach(({ source }, index) => {
      if (ids.includes(source)) return
      const message = `"${source}" is no source of this incident${didYouMean(source, ids)}: write one of ${ids.join(', ')}`
      problems.push({ path: [list, index, 'source'], message })
    })
  }
  return problems
}

function actorBreaches(incident: Incident): RecordProblem[] {
  const ids = incident.actors.map((actor) => actor.id)
  return ids.flatMap((id, index) =>
    ids.indexOf(id) < index
      ? [
          {
            path: ['actors', index, 'id'],
            message: `"${id}" is named already: name an actor once, in its main role`,
          },
        ]
      : [],
  )
}
