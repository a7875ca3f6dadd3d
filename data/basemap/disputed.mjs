/**
 * Borders that are drawn dashed, since the parties to them do not agree: by pairs of Natural Earth's country codes,
 * and by divisions whose every outer line is in dispute. Natural Earth draws what is held on the ground; the dash says
 * that this is not settled. Additions welcome, with a reason.
 */
export const disputedPairs = new Set(
  [
    ['ISR', 'PSX'], // West Bank and Gaza
    ['EGY', 'PSX'],
    ['JOR', 'PSX'],
    ['ISR', 'SYR'], // the Golan
    ['ISR', 'LBN'], // the Blue Line, and Shebaa
    ['MAR', 'SAH'], // Western Sahara
    ['MRT', 'SAH'],
    ['DZA', 'SAH'],
    ['KOS', 'SRB'],
    ['SOL', 'SOM'], // Somaliland
    ['ETH', 'SOL'],
    ['DJI', 'SOL'],
    ['CYN', 'CYP'], // northern Cyprus
    ['CHN', 'IND'], // Aksai Chin, Arunachal Pradesh
    ['IND', 'PAK'], // Kashmir's line of control is a part of it
    ['CHN', 'PAK'],
    ['IND', 'KAS'], // Siachen
    ['KAS', 'PAK'],
    ['CHN', 'KAS'],
    ['SDN', 'SDS'], // Abyei
    ['EGY', 'SDN'], // Halaib
    ['KOR', 'PRK'],
  ].map((pair) => pair.toSorted().join(' ')),
)

/** ISO 3166-2 of divisions all of whose borders with another country are in dispute. */
export const disputedDivisions = new Set([
  'UA-43', // Crimea
  'UA-40', // Sevastopol
  'SY-X01~', // the zone of UNDOF
])
