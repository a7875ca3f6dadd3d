import { formatNumber, plural } from '../plural.ts'

/** Words that more than one room uses. */
export const common = {
  appName: 'Incident Atlas',
  close: 'Close',
  clear: 'Clear',
  cancel: 'Cancel',
  retry: 'Try again',
  reloadPage: 'Reload the page',
  loading: 'Loading …',
  incidents: (n: number) => plural('en', n, { one: '# incident', other: '# incidents' }),
  sources: (n: number) => plural('en', n, { one: '# source', other: '# sources' }),
  nOfIncidents: (n: number, of: number) =>
    `${formatNumber('en', n)} of ${plural('en', of, { one: '# incident', other: '# incidents' })}`,
  /** Of a search that goes on. */
  foundSoFar: (n: number) => `Still indexing: ${formatNumber('en', n)} found so far`,
  /** Said of a text that is not in the reader's language. */
  inLanguage: (language: string) => `in ${language}`,
  fatalities: (min: number, max: number | null) =>
    max === null
      ? `at least ${formatNumber('en', min)} killed`
      : min === max
        ? `${formatNumber('en', min)} killed`
        : `${formatNumber('en', min)}–${formatNumber('en', max)} killed`,
  /** Said where the claimants give no number of dead for everybody together. */
  deathsWithoutNumber: {
    'not-reported': 'deaths not reported',
    'none-confirmed': 'no confirmed deaths',
    'killed-or-wounded': 'killed or wounded, not told apart',
    some: 'deaths reported, no number',
    'by-group': 'deaths by group, no total',
    contested: 'no confirmed toll',
  },
  /** How a number of dead stands. */
  tollStanding: {
    'one-claimant': 'claimed by one',
    'several-claimants': 'given by several',
    contested: 'contested',
  },
}
