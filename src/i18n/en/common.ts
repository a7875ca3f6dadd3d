import { formatNumber, plural, type Counted } from '../plural.ts'

/** Texts that several rooms use. */
export const common = {
  appName: 'Incident Atlas',
  close: 'Close',
  clear: 'Clear',
  cancel: 'Cancel',
  retry: 'Try again',
  reloadPage: 'Reload the page',
  loading: 'Loading …',
  incidents: (n: Counted) => plural('en', n, { one: '# incident', other: '# incidents' }),
  sources: (n: number) => plural('en', n, { one: '# source', other: '# sources' }),
  nOfIncidents: (n: Counted, of: number) =>
    `${formatNumber('en', n)} of ${plural('en', of, { one: '# incident', other: '# incidents' })}`,
  /** While the texts are still being indexed. */
  foundSoFar: (n: Counted) => `Still indexing: ${formatNumber('en', n)} found so far`,
  /** Marks a text that is not in the reader's language. */
  inLanguage: (language: string) => `in ${language}`,
  /** In place of the name of a place, of a title, that a record does not have. */
  placeNotNamed: 'Place not named',
  noTitle: 'No title',
  fatalities: (min: number, max: number | null) =>
    max === null
      ? `at least ${formatNumber('en', min)} killed`
      : min === max
        ? `${formatNumber('en', min)} killed`
        : `${formatNumber('en', min)}–${formatNumber('en', max)} killed`,
  /** For a toll without a number for everybody together, by its standing. */
  deathsWithoutNumber: {
    'not-reported': 'deaths not reported',
    'none-confirmed': 'no confirmed deaths',
    'killed-or-wounded': 'killed or wounded, not told apart',
    some: 'deaths reported, no number',
    'by-group': 'deaths by group, no total',
    contested: 'no confirmed toll',
    'none-or-unknown': 'no deaths reported, or not known',
  },
  /** Standing of a toll with a number. */
  tollStanding: {
    'one-claimant': 'claimed by one',
    'several-claimants': 'given by several',
    contested: 'contested',
  },
}
