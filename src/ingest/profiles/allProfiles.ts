import { acled } from './acled.ts'
import { airwars } from './airwars.ts'
import { atlas } from './atlas.ts'
import { gdelt1, gdelt2 } from './gdelt.ts'
import { geoconfirmed } from './geoconfirmed.ts'
import { kobo } from './kobo.ts'
import { myMaps } from './myMaps.ts'
import { policeUk } from './policeUk.ts'
import type { Profile } from './profile.ts'
import { timemap } from './timemap.ts'
import { ucdpGed } from './ucdpGed.ts'
import { ushahidi } from './ushahidi.ts'
import { viina } from './viina.ts'

/**
 * All profiles, the most specific first: the first that recognizes a table reads it. To add one, copy policeUk.ts, the
 * shortest, with its test; add its id to `profileIds` in query/importReport.ts and the profile here.
 */
export const allProfiles: readonly Profile[] = [
  atlas,
  acled,
  ucdpGed,
  gdelt2,
  gdelt1,
  viina,
  geoconfirmed,
  airwars,
  timemap,
  ushahidi,
  policeUk,
  kobo,
  myMaps,
]
