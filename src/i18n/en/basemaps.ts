/** Basemaps that the project offers, by id: name, and what it is good for. */
const offered: Readonly<Record<string, readonly [name: string, about: string]>> = {
  openfreemap: ['OpenFreeMap', 'Streets, villages and names, from OpenStreetMap.'],
  'satellite-of-the-day': [
    'Satellite picture of the day',
    'NASA’s pictures of each day: smoke, fires, floods, snow. Clouds hide the ground; houses cannot be seen.',
  ],
  'sentinel-2': [
    'Sentinel-2 cloudless',
    'Satellite pictures of a whole year without clouds, 10 m to a pixel.',
  ],
}

/** Variants of basemaps, by id. */
const versions: Readonly<Record<string, string>> = {
  plain: 'Plain, light or dark like the page',
  liberty: 'Coloured',
  daily: 'Every day, about 250 m to a pixel',
  '30m': '30 m to a pixel, on the days of a pass',
}

/** Texts of the choice of a basemap, and of what is told while one is shown. */
export const basemaps = {
  button: 'Basemap',
  title: 'Which map lies below the incidents?',
  builtIn: 'Built-in map',
  builtInAbout: 'Comes whole from the host of this page. No request tells which place you look at.',
  /** The switch for closer tiles of single countries, and what the host then learns. */
  packs: 'Built-in map: more detail near the places I look at',
  packsAbout:
    'Close up, one file of the country in the middle of the view is loaded, once: the host of this page learns which country that is. Off: nothing is asked. Remembered on this device.',
  offered,
  version: 'Version',
  versions,
  /** What the host learns. @param host one or several hosts */
  learns: {
    area: (host: string) =>
      `The page would ask ${host}, which then learns your network address and which area you look at.`,
    day: (host: string) =>
      `The page would ask ${host}, which then learns your network address, which area you look at and on which day.`,
    whole: (host: string) =>
      `The page would load one file from ${host}, which then learns your network address, but not which area you look at.`,
    ownArea: (host: string) =>
      `It comes in pieces from ${host}, the host of this page, which then learns which area you look at.`,
    ownWhole: (host: string) =>
      `It comes whole from ${host}, the host of this page. No request tells which area you look at.`,
  },
  acknowledgement: 'Acknowledgement',
  licence: 'Licence',
  remember: 'Remember this on this device',
  load: (host: string) => `Load from ${host}`,
  show: 'Show this map',
  notOffered: (id: string) => `The link asks for the map “${id}”, which this site does not offer.`,
  day: 'Day of the satellite picture',
  before: 'Before',
  after: 'After',
  previousDay: 'Previous day',
  nextDay: 'Next day',
  compare: 'Before and after',
  /** Where the day comes from. */
  reasons: {
    incident: 'Day of the open incident',
    filter: 'Last day of those filtered by',
    dataset: 'Last day of the data set',
    chosen: 'Day chosen here',
    first: 'Pictures begin on this day',
  },
  follow: 'Choose the day by incident or filter again',
  divider: 'Divider between before and after',
  dividerAt: (share: string, before: string, after: string) =>
    `${share} before (${before}), the rest after (${after})`,
  slow: (host: string) => `${host} is slow to answer.`,
  failed: (host: string) =>
    `${host} does not answer, or refuses. Where its map is missing, the built-in one shows.`,
  missing: 'This map has nothing for the area in sight.',
  missingDay: (day: string) => `No picture of ${day} for the area in sight.`,
  retry: 'Try again',
}

/** Shape of these texts. */
export type BasemapTexts = typeof basemaps
