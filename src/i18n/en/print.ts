import { formatNumber } from '../plural.ts'

/** Texts of what is printed, and of the dialog while it is prepared. */
export const print = {
  preparing: 'Preparing what is to be printed',
  failed: 'The pages could not be prepared for printing',
  printed: 'Printed',
  noFilters: 'None: all incidents of the data set',
  firstOf: (n: number, of: number) =>
    `The first ${formatNumber('en', n)} of ${formatNumber('en', of)} incidents. Set filters to print others, or export to have all of them.`,
  link: 'Link to this view',
  bars: (days: string, highest: string) =>
    `Incidents over time, ${days}. The highest bar stands for ${highest}. Hatched: date known only to a week, month or year.`,
}

/** Shape of the texts of what is printed. */
export type PrintTexts = typeof print
