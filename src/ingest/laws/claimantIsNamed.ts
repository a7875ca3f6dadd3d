import { foldWords, withoutArticle } from '../../incidents/foldText.ts'
import type { Actor, Claimant, Incident, SourceReport, TextOrTranslated } from '../../incidents/incident.ts'
import type { Path, Problem } from '../problem.ts'
import type { Law } from './law.ts'

/**
 * Every claimant must be named by one of the sources given for its claim: as the publisher, or in the note. Any name,
 * alias, language or spelling counts, and so does a single word of a name that no other actor's name has, since notes
 * are short. Where a source has no note, nothing is known of whom it names, and nothing is found.
 */
export const claimantIsNamed: Law = (incident, { actors, commonWords }) =>
  statementsOf(incident).flatMap(({ path, claimant, sources }): Problem[] => {
    const names = namesOf(claimant, actors)
    const isKnown = sources.length > 0 && sources.every(({ note }) => note !== undefined)
    if (!isKnown || isNamed(names, sources, commonWords)) return []
    const ids = sources.map(({ id }) => id).join(' or ')
    const message = `"${names[0]}" is named by no source of this entry: write in the note of ${ids} who says it, or correct the name or the sources`
    return [{ path, message, severity: 'warning' }]
  })

/** A claim, or an entry of casualties. */
interface Statement {
  /** Path of the claimant. */
  path: Path
  claimant: Claimant
  /** The sources given for it. */
  sources: SourceReport[]
}

function statementsOf({ claims = [], casualties = [], sources }: Incident): Statement[] {
  const known = (ids: readonly string[]) => sources.filter(({ id }) => ids.includes(id))
  return [
    ...claims.flatMap(({ by, attributedTo, sources: ids }, index) => {
      const [field, claimant] = by === undefined ? ['attributedTo', attributedTo] : ['by', by]
      return claimant === undefined ? [] : [{ path: ['claims', index, field], claimant, sources: known(ids) }]
    }),
    ...casualties.map(({ by, sources: ids }, index) => ({
      path: ['casualties', index, 'by'],
      claimant: by,
      sources: known(ids),
    })),
  ]
}

function namesOf(claimant: Claimant, actors: ReadonlyMap<string, Actor>): string[] {
  const actor = typeof claimant === 'string' ? actors.get(claimant) : undefined
  return actor ? namesOfActor(actor) : textsOf(claimant)
}

function namesOfActor({ name, aliases }: Actor): string[] {
  return [...textsOf(name), ...aliases]
}

function textsOf(text: TextOrTranslated): string[] {
  return typeof text === 'string' ? [text] : Object.values(text)
}

function isNamed(
  names: readonly string[],
  sources: readonly SourceReport[],
  commonWords: ReadonlySet<string>,
): boolean {
  const said = sources.flatMap(({ publisher, note = '' }) => [publisher, ...textsOf(note)].flatMap(wordsOf))
  return names
    .map(wordsOf)
    .some(
      (words) =>
        words.every((word) => said.includes(word)) ||
        words.some((word) => !commonWords.has(word) && said.some((other) => isSameWord(word, other))),
    )
}

function wordsOf(text: string): string[] {
  return foldWords(text).map(withoutArticle)
}

/** Whether one word is the other with or without an ending; words of fewer than four letters do not count. */
function isSameWord(one: string, other: string): boolean {
  return Math.min(one.length, other.length) >= 4 && (one.startsWith(other) || other.startsWith(one))
}

/** Folded words that occur in the names of more than one actor: they do not tell actors apart. */
export function commonWordsOf(actors: readonly Actor[]): Set<string> {
  const [once, several] = [new Set<string>(), new Set<string>()]
  for (const word of actors.flatMap((actor) => [...new Set(namesOfActor(actor).flatMap(wordsOf))])) {
    if (once.has(word)) several.add(word)
    once.add(word)
  }
  return several
}
