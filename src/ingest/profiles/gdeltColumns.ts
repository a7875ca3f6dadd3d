/** The attributes of one actor, of which an event has two. */
const actorParts =
  'Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code'

/** The columns of a GDELT 2.0 event file (61), which has no header; from the GDELT Event Codebook V2.0 (2015). */
export const gdelt2Columns: readonly string[] = columnsWith(
  'Type FullName CountryCode ADM1Code ADM2Code Lat Long FeatureID',
)

/** The same of GDELT 1.0 (58): places have no second-level division; files before April 2013 have no SOURCEURL. */
export const gdelt1Columns: readonly string[] = columnsWith(
  'Type FullName CountryCode ADM1Code Lat Long FeatureID',
)

/** @param geoParts the attributes of one place, of which an event has three */
function columnsWith(geoParts: string): string[] {
  const partsOf = (owner: string, parts: string) => parts.split(' ').map((part) => owner + part)
  return [
    ...'GLOBALEVENTID SQLDATE MonthYear Year FractionDate'.split(' '),
    ...partsOf('Actor1', actorParts),
    ...partsOf('Actor2', actorParts),
    ...'IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale'.split(' '),
    ...'NumMentions NumSources NumArticles AvgTone'.split(' '),
    ...partsOf('Actor1Geo_', geoParts),
    ...partsOf('Actor2Geo_', geoParts),
    ...partsOf('ActionGeo_', geoParts),
    'DATEADDED',
    'SOURCEURL',
  ]
}

/** The names of QuadClass. */
export const quadClasses = new Map([
  ['1', 'Verbal cooperation'],
  ['2', 'Material cooperation'],
  ['3', 'Verbal conflict'],
  ['4', 'Material conflict'],
])

/** The names of the 20 root codes of CAMEO, from its codebook (version 1.1b3). */
export const cameoRoots = new Map([
  ['01', 'Make public statement'],
  ['02', 'Appeal'],
  ['03', 'Express intent to cooperate'],
  ['04', 'Consult'],
  ['05', 'Engage in diplomatic cooperation'],
  ['06', 'Engage in material cooperation'],
  ['07', 'Provide aid'],
  ['08', 'Yield'],
  ['09', 'Investigate'],
  ['10', 'Demand'],
  ['11', 'Disapprove'],
  ['12', 'Reject'],
  ['13', 'Threaten'],
  ['14', 'Protest'],
  ['15', 'Exhibit force posture'],
  ['16', 'Reduce relations'],
  ['17', 'Coerce'],
  ['18', 'Assault'],
  ['19', 'Fight'],
  ['20', 'Use unconventional mass violence'],
])
