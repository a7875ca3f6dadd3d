import { formatIsoDay, type Day } from '../../incidents/day.ts'
import type { DatasetAbout } from '../../incidents/incident.ts'
import { isAbout } from '../../published/readManifest.ts'
import type { FaultyFile, ReadFile } from '../readers/fileTable.ts'
import { isRead, type Lot } from './lot.ts'

/**
 * What is known of a data set that is made of files: what the file says of it where that is the only one, else the names
 * of the files and the languages of their texts. Title and icon of a site, and the incident that it begins with, are not
 * taken over: they are of the site that the file comes from.
 */
export function aboutFiles(
  read: readonly (ReadFile | FaultyFile)[],
  lots: readonly Lot[],
  today: Day,
): DatasetAbout {
  const files = read.flatMap((file) => ('fault' in file ? [] : [file]))
  const [only] = files
  if (files.length === 1 && only && isAbout(only.about)) {
    const { site: _, start: __, ...about } = only.about
    return about
  }
  const names = [...new Set(files.map(({ name }) => name))].join(', ')
  const publishers = new Set(lots.filter(isRead).flatMap(({ plan: { profile } }) => profile?.claimant ?? []))
  return {
    title: { en: names },
    description: {},
    publisher: [...publishers].join(', '),
    languages: [...new Set(lots.filter(isRead).map(({ plan }) => plan.lang))],
    updated: formatIsoDay(today),
  }
}
