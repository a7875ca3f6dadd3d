import { plural, type Counted } from '../plural.ts'
import { common } from './common.ts'

/** Texts of the list. */
export const list = {
  name: 'Incidents',
  order: 'Order',
  orders: { newest: 'Newest first', oldest: 'Oldest first', deadliest: 'Most deaths first' },
  loadingRow: 'Loading',
  empty: 'No incidents.',
  ofCell: (n: Counted, place: string) => `${common.incidents(n)} at ${place}`,
  hereTogether: (n: Counted) =>
    plural('en', n, { one: '# incident at this spot', other: '# incidents at this spot' }),
  wholeList: 'Back to the whole list',
  yours: 'Yours',
  titlePending: 'Title is loading',
  /** A date known to the week. */
  week: (days: string) => `week of ${days}`,
}
