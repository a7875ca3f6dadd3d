import { formatIsoDay, type Day } from '../../incidents/day.ts'
import type { DatasetAbout } from '../../incidents/incident.ts'
import type { FaultyFile, ReadFile } from '../readers/fileTable.ts'
import { isRead, type Lot } from './lot.ts'

/** What is known of a data set that is made of files: their names, and the languages of their texts. */
export function aboutFiles(
  read: readonly (ReadFile | FaultyFile)[],
  lots: readonly Lot[],
  today: Day,
): DatasetAbout {
  const names = [...new Set(read.filter((file) => !('fault' in file)).map(({ name }) => name))].join(', ')
  const publishers = new Set(lots.filter(isRead).flatMap(({ plan: { profile } }) => profile?.claimant ?? []))
  return {
    title: { en: names },
    description: {},
    publisher: [...publishers].join(', '),
    languages: [...new Set(lots.filter(isRead).map(({ plan }) => plan.lang))],
    updated: formatIsoDay(today),
  }
}
