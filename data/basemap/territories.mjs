/**
 * Which countries a position may be filed under, as ISO 3166-1 alpha-2 codes: where the parties do not agree, any of
 * theirs. So whoever edits a data set decides, and is not told that he is wrong. Sides are named as in disputed.mjs;
 * additions are welcome, with a reason.
 */

/** Natural Earth's codes of a state with its dependencies. */
const sovereigns = {
  AU1: 'AU',
  CH1: 'CN',
  CU1: 'CU',
  DN1: 'DK',
  FI1: 'FI',
  FR1: 'FR',
  GB1: 'GB',
  KA1: 'KZ',
  NL1: 'NL',
  NZ1: 'NZ',
  US1: 'US',
}

/** Parts that ISO 3166-1 gives a code of their own, and Natural Earth does not. */
const ownCodes = {
  CCK: 'CC',
  CXR: 'CX',
  GLP: 'GP',
  GUF: 'GF',
  KOS: 'XK',
  MTQ: 'MQ',
  MYT: 'YT',
  NSV: 'SJ',
  REU: 'RE',
  TKL: 'TK',
}

/** Countries (Natural Earth's codes) and divisions (ISO 3166-2) that others claim, or that have no code. */
const claims = [
  { of: ['PSX', 'IL-JM'], by: ['IL', 'PS'], about: 'West Bank, Gaza, Jerusalem' },
  {
    of: ['UA-43', 'UA-40', 'UA-14', 'UA-09', 'UA-23', 'UA-65'],
    by: ['UA', 'RU'],
    about: 'annexed by Russia',
  },
  { of: ['SAH', 'MA-15', 'MA-16'], by: ['EH', 'MA'], about: 'Western Sahara' },
  { of: ['KOS'], by: ['XK', 'RS'], about: 'Kosovo' },
  { of: ['NL-BQ1', 'NL-BQ2', 'NL-BQ3'], by: ['BQ'], about: 'Bonaire, Sint Eustatius, Saba' },
  { of: ['SOL'], by: ['SO'], about: 'Somaliland' },
  { of: ['CYN'], by: ['CY'], about: 'northern Cyprus' },
  { of: ['ESB', 'WSB'], by: ['CY', 'GB'], about: 'bases on Cyprus' },
  { of: ['KAB'], by: ['KZ', 'RU'], about: 'Baikonur' },
  { of: ['USG'], by: ['CU', 'US'], about: 'Guantanamo' },
  { of: ['IN-JK', 'IN-LA', 'PK-GB', 'PK-JK', 'KAS'], by: ['IN', 'PK'], about: 'Kashmir' },
  { of: ['IN-AR', 'IN-LA'], by: ['IN', 'CN'], about: 'Arunachal Pradesh, Ladakh' },
  {
    of: ['GY-BA', 'GY-CU', 'GY-ES', 'GY-PM', 'GY-PT', 'GY-UT'],
    by: ['GY', 'VE'],
    about: 'Essequibo',
  },
  { of: ['TWN'], by: ['TW', 'CN'], about: 'Taiwan' },
  { of: ['FLK', 'SGS'], by: ['AR'], about: 'Falkland Islands' },
  { of: ['GIB'], by: ['GI', 'ES'], about: 'Gibraltar' },
  { of: ['IOT'], by: ['MU'], about: 'Chagos' },
  { of: ['MYT'], by: ['KM'], about: 'Mayotte' },
  { of: ['PGA'], by: ['CN', 'MY', 'PH', 'TW', 'VN'], about: 'Spratly Islands' },
]

/** Areas that no division follows, within generous bounds: west, south, east, north. */
const areas = [
  { within: [35.57, 32.66, 35.95, 33.45], by: ['IL', 'LB', 'SY'], about: 'the Golan, Shebaa Farms' },
  { within: [77.8, 33.3, 80.4, 36], by: ['CN', 'IN'], about: 'Aksai Chin' },
  { within: [75.9, 35.4, 77.9, 36.5], by: ['CN', 'IN', 'PK'], about: 'Shaksgam' },
  { within: [78.3, 30.5, 80.2, 33.3], by: ['CN', 'IN'], about: 'Demchok, Kaurik, Sang, Barahoti' },
  { within: [88.9, 27.2, 92.2, 28.4], by: ['BT', 'CN'], about: 'Doklam, northern and eastern Bhutan' },
  { within: [33, 21.5, 38, 23.5], by: ['EG', 'SD'], about: 'Halaib, Bir Tawil' },
  { within: [35.4, 13.7, 36.8, 14.6], by: ['ET', 'SD'], about: 'al-Fashaga' },
  { within: [34.3, 4.4, 36, 5.6], by: ['ET', 'KE', 'SS'], about: 'Ilemi triangle' },
  { within: [27.5, 9.2, 29.2, 10.3], by: ['SD', 'SS'], about: 'Abyei' },
  { within: [23.9, 8.6, 25.2, 9.9], by: ['SD', 'SS'], about: 'Kafia Kingi' },
  { within: [-58.6, 1.3, -57.3, 3.5], by: ['GY', 'SR'], about: 'Tigri' },
  { within: [-54.7, 2, -53.9, 3.5], by: ['FR', 'GF', 'SR'], about: 'Marouini' },
]

/** Codes of the countries that a position in the division may be filed under, in the order of the alphabet. */
export function codesOf({ adm0_a3, iso_a2, iso_3166_2, gu_a3, sov_a3 }) {
  const claimants = claims
    .filter(({ of }) => of.includes(adm0_a3) || of.includes(gu_a3) || of.includes(iso_3166_2))
    .flatMap(({ by }) => by)
  const codes = [iso_a2, ownCodes[gu_a3] ?? ownCodes[adm0_a3], sovereigns[sov_a3], ...claimants]
  return [...new Set(codes)].filter((code) => /^[A-Z]{2}$/u.test(code ?? '')).toSorted()
}

/** The areas as features with their codes. */
export function disputedAreas() {
  return areas.map(({ within: [west, south, east, north], by }) => ({
    type: 'Feature',
    properties: { countries: by },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [west, south],
          [east, south],
          [east, north],
          [west, north],
          [west, south],
        ],
      ],
    },
  }))
}
