import type { CasualtyCount, Incident } from '../../incidents/incident.ts'
import { subtypesAllowed, type Matter } from '../../incidents/vocabulary.ts'
import { didYouMean } from '../nearestWord.ts'
import type { Problem } from '../problem.ts'

type Breach = Omit<Problem, 'severity'>

/** Where the fields of one record contradict each other; each is an error. */
export function breachesOfLaws(incident: Incident): Problem[] {
  return [
    ...subtypeBreaches(incident),
    ...sourceBreaches(incident),
    ...actorBreaches(incident),
    ...casualtyBreaches(incident),
    ...disputeBreaches(incident),
    ...corroborationBreaches(incident),
  ].map((breach) => ({ ...breach, severity: 'error' }))
}

function subtypeBreaches({ type, subtype }: Incident): Breach[] {
  const known = subtypesAllowed(type)
  if (known.includes(subtype)) return []
  const message = `"${subtype}" is no sub-event type of ${type}: write one of ${known.join(', ')}, or change type`
  return [{ path: ['subtype'], message }]
}

function sourceBreaches(incident: Incident): Breach[] {
  const ids = incident.sources.map((source) => source.id)
  const problems: Breach[] = []
  ids.forEach((id, index) => {
    if (ids.indexOf(id) < index) {
      const message = `"${id}" is the id of an earlier source too: write an id of its own, such as s${ids.length + 1}`
      problems.push({ path: ['sources', index, 'id'], message })
    }
  })
  for (const list of ['claims', 'casualties'] as const) {
    incident[list]?.forEach(({ sources }, index) =>
      sources.forEach((source, at) => {
        if (ids.includes(source)) return
        const message = `"${source}" is no source of this incident${didYouMean(source, ids)}: write one of ${ids.join(', ')}`
        problems.push({ path: [list, index, 'sources', at], message })
      }),
    )
  }
  return problems
}

function actorBreaches(incident: Incident): Breach[] {
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

/** A count without a number, or with one end only, needs the report's own words. */
function casualtyBreaches({ casualties = [] }: Incident): Breach[] {
  return casualties.flatMap(({ killed, wounded, killedOrWounded, said }, index) =>
    said === undefined && [killed, wounded, killedOrWounded].some(needsWords)
      ? [
          {
            path: ['casualties', index, 'said'],
            message:
              'is missing: write what the report says, such as "at least three killed" or "no casualties confirmed"',
          },
        ]
      : [],
  )
}

function needsWords(count: CasualtyCount | undefined): boolean {
  if (count === undefined) return false
  return typeof count === 'string' || count.min === undefined || count.max === undefined
}

/** A disputed incident names the disputed matters, and each of them has a claim that contradicts it. */
function disputeBreaches({ status, disputed = [], claims = [] }: Incident): Breach[] {
  if (status !== 'disputed') {
    return disputed.length === 0
      ? []
      : [
          {
            path: ['disputed'],
            message: `is only of a disputed incident: write status: disputed, or take it out`,
          },
        ]
  }
  if (disputed.length === 0) {
    const message = 'is missing: write on what the parties contradict each other, such as [motive, toll]'
    return [{ path: ['disputed'], message }]
  }
  return [
    ...claims.flatMap(({ stance, matter }, index) =>
      stance !== 'asserts' && matter === undefined
        ? [
            {
              path: ['claims', index, 'matter'],
              message: `is missing: write what the claim ${stance}, one of ${disputed.join(', ')}`,
            },
          ]
        : [],
    ),
    ...disputed.flatMap((matter, index) =>
      isContradicted(matter, claims)
        ? []
        : [
            {
              path: ['disputed', index],
              message: `"${matter}" is contradicted by no claim: write a claim that ${matter === 'occurrence' ? 'denies' : 'denies or disputes'} it with matter: ${matter}, or take it out`,
            },
          ],
    ),
  ]
}

/** The occurrence is contradicted only by a denial; whether the toll is, disputedToll.ts judges by its numbers. */
function isContradicted(matter: Matter, claims: NonNullable<Incident['claims']>): boolean {
  if (matter === 'toll') return true
  return claims.some(
    (claim) =>
      claim.matter === matter &&
      (matter === 'occurrence' ? claim.stance === 'denies' : claim.stance !== 'asserts'),
  )
}

function corroborationBreaches({ status, sources }: Incident): Breach[] {
  const publishers = new Set(sources.map(({ publisher }) => publisher))
  if (status !== 'corroborated' || publishers.size > 1) return []
  const message =
    'is corroborated, but all sources are of one publisher: write reported, or add another source'
  return [{ path: ['status'], message }]
}
