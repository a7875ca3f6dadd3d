/**
 * Borders that are drawn dashed, since the parties to them do not agree. Natural Earth draws what is held on the
 * ground; the dash says that this is not settled, and takes no side. A side is a list of Natural Earth's country codes
 * (`SYR`) or ISO 3166-2 codes of divisions (`UA-43`); a line is disputed where one side meets the other. Without
 * `against`: every border with another country. `within` (west, south, east, north) narrows it to a part.
 * Additions welcome, with a reason. Lines that no division follows are in disputed-lines.geojson.
 */
const disputes = [
  { of: ['PSX'], about: 'West Bank and Gaza' },
  { of: ['SY-X01~'], about: 'zone of UNDOF, beside the Golan' },
  { of: ['ISR'], against: ['SYR'], about: 'the Golan' },
  { of: ['ISR'], against: ['LBN'], about: 'the Blue Line, Ghajar and Shebaa Farms' },
  { of: ['UA-43', 'UA-40'], about: 'Crimea and Sevastopol' },
  { of: ['SAH'], about: 'Western Sahara' },
  { of: ['KOS'], against: ['SRB'], about: 'Kosovo' },
  { of: ['SOL'], about: 'Somaliland' },
  { of: ['CYN'], about: 'northern Cyprus' },
  { of: ['GE-AB'], against: ['GEO'], about: 'Abkhazia' },
  { of: ['MD-SN', 'MD-BD'], against: ['MDA'], about: 'Transnistria' },
  { of: ['IN-JK', 'IN-LA'], against: ['PAK', 'CHN'], about: 'Kashmir: line of control, Aksai Chin' },
  { of: ['KAS'], about: 'Siachen' },
  { of: ['PK-GB', 'PK-JK'], against: ['CHN'], about: 'Shaksgam' },
  { of: ['IND'], against: ['CHN'], about: 'line of actual control, Arunachal Pradesh' },
  { of: ['BTN'], against: ['CHN'], about: 'Doklam, northern Bhutan' },
  { of: ['KOR'], against: ['PRK'], about: 'armistice line' },
  { of: ['SDN'], against: ['SDS'], about: 'Abyei and other parts not marked out' },
  { of: ['EGY'], against: ['SDN'], within: [33, 21.5, 38, 23.5], about: 'Halaib' },
  { of: ['ETH'], against: ['SDN'], within: [35.4, 13.7, 36.8, 14.6], about: 'al-Fashaga' },
  { of: ['KEN'], against: ['SDS'], about: 'Ilemi triangle' },
  { of: ['GUY'], against: ['VEN'], about: 'Essequibo' },
  { of: ['GUY', 'FRA'], against: ['SUR'], about: 'Tigri, Marouini' },
]

/** Divisions within one country between which there is no border to draw: the zone of UNDOF is no governorate. */
const notDivisions = new Set(['SY-X01~'])

/**
 * What a line between two divisions is.
 * @param a, b {country, division} on either side
 * @returns null: nothing to draw; otherwise {layer, disputed: boolean, within?: bounds of the disputed part}
 */
export function kindOf(a, b) {
  const dispute = disputes.find((each) => divides(each, a, b) || divides(each, b, a))
  if (dispute) return { layer: 'borders', disputed: true, within: dispute.within }
  if (a.country !== b.country) return { layer: 'borders', disputed: false }
  return notDivisions.has(a.division) || notDivisions.has(b.division)
    ? null
    : { layer: 'divisions', disputed: false }
}

function divides({ of, against }, a, b) {
  if (!isIn(of, a) || isIn(of, b)) return false
  return against ? isIn(against, b) : a.country !== b.country
}

function isIn(side, { country, division }) {
  return side.includes(country) || side.includes(division)
}

/** Leases and bases: part of the country around them, for drawing. */
export const countryOf = { ESB: 'CYP', WSB: 'CYP', KAB: 'KAZ', USG: 'CUB' }
