import { faultTexts } from '../../incidents/faultTexts.ts'
import { NOT_STATED } from '../../incidents/vocabulary.ts'
import type { DatasetAbout, Incident } from '../../incidents/incident.ts'
import type { Path, Problem } from '../problem.ts'

/*
 * What people who compile a data set must state. The form of a record leaves it open, as files of others may not state
 * it.
 */

/** A compiled record has a title, a summary, a position and sources, and its claims and counts name theirs. */
export function statedInRecord({
  title,
  summary,
  place,
  sources,
  claims = [],
  casualties = [],
}: Incident): Problem[] {
  const isPositionMissing =
    place.lng === undefined && place.precision !== 'country' && place.precision !== NOT_STATED
  return [
    ...missingUnless(hasText(title), ['title'], faultTexts['no-language']),
    ...missingUnless(hasText(summary), ['summary'], faultTexts['no-language']),
    ...missingUnless(
      !isPositionMissing,
      ['place', 'lng'],
      `is missing: write lng and lat, or precision: country or ${NOT_STATED} where no position is known`,
    ),
    ...missingUnless(sources.length > 0, ['sources'], 'is empty: write at least one source'),
    ...sources.flatMap(({ publisher }, index) =>
      missingUnless(
        /\S/.test(publisher),
        ['sources', index, 'publisher'],
        'is empty: write the name of the publisher',
      ),
    ),
    ...claims.flatMap((claim, index) => hasSources(claim, ['claims', index, 'sources'])),
    ...casualties.flatMap((entry, index) => hasSources(entry, ['casualties', index, 'sources'])),
  ]
}

/** A compiled data set states its licence, how to cite it and what it covers. */
export function statedInAbout(about: DatasetAbout): Problem[] {
  return [
    ...missingUnless(about.licence !== undefined, ['licence'], 'is missing: write name and url'),
    ...missingUnless(about.citation !== undefined, ['citation'], 'is missing: write a text'),
    ...missingUnless(about.coverage !== undefined, ['coverage'], 'is missing: write what is covered'),
  ]
}

function hasText(texts: Incident['title']): boolean {
  return Object.keys(texts).length > 0
}

function hasSources({ sources }: { sources: readonly string[] }, path: Path): Problem[] {
  return missingUnless(sources.length > 0, path, 'is empty: write the id of at least one source')
}

function missingUnless(holds: boolean, path: Path, message: string): Problem[] {
  return holds ? [] : [{ path, message, severity: 'error' }]
}
