import { formatNumber, plural } from '../plural.ts'

const rows = (n: number) => plural('en', n, { one: '# row', other: '# rows' })
const records = (n: number) => plural('en', n, { one: '# record', other: '# records' })

/** Texts of opening files of the user. */
export const importing = {
  title: 'Open your own file',
  promise: 'It is read in this browser. Nothing of it is sent anywhere.',
  overlayTitle: 'Drop to read it here',
  overlayText: 'Nothing is uploaded. You first see what was found in it.',
  choose: 'Choose files',
  otherWays: 'Or drop files anywhere on this page, or paste cells copied from a spreadsheet.',
  formats:
    'Tables (CSV, TSV, XLSX, Parquet), map data (GeoJSON, KML, KMZ), JSON and JSON Lines; also inside ZIP and gzip. Exports of ACLED, UCDP, GDELT, TimeMap, GeoConfirmed, KoboToolbox, My Maps and others are recognized; so are records in YAML and data sets that this program has published.',
  paste: 'Paste a table',
  pasteHint:
    'Cells copied from a spreadsheet, CSV text, JSON or GeoJSON, with a first row that names the columns.',
  readPasted: 'Read it',
  addressesLink: 'Which of these posts are already here?',

  reading: 'Reading',
  checking: 'Checking the records',
  readOf: (done: string, total: string) => `${done} of ${total}`,
  recordsSoFar: (n: number) => `${records(n)} so far`,
  failedTitle: 'The files could not be read',
  failedOffline:
    'This device is offline, and what reads files has not been loaded yet. Try again when it is online.',
  failedText:
    'This browser may not have enough memory for them. Try a smaller file, or one with only the columns that you need.',

  report: 'What was found',
  kilobytes: (n: string) => `${n}\u00A0kB`,
  megabytes: (n: string) => `${n}\u00A0MB`,
  account: (n: number, parts: string) => `${rows(n)}: ${parts}`,
  accepted: (n: number) => `${formatNumber('en', n)} accepted`,
  rejected: (n: number) => `${formatNumber('en', n)} rejected`,
  leftOut: (n: number) => `${formatNumber('en', n)} left out`,
  otherRows: {
    header: (n: number) => `${formatNumber('en', n)} header`,
    hxl: (n: number) => `${formatNumber('en', n)} HXL tags`,
    preamble: (n: number) => `${formatNumber('en', n)} before the table`,
    blank: (n: number) => `${formatNumber('en', n)} blank`,
    comment: (n: number) => plural('en', n, { one: '# comment', other: '# comments' }),
    footer: (n: number) => `${formatNumber('en', n)} after the table`,
    structure: (n: number) => `${formatNumber('en', n)} that hold the others together`,
    refused: (n: number) => `${formatNumber('en', n)} unreadable`,
  },
  otherKind: (n: number) => `${formatNumber('en', n)} other`,
  warning: (n: number, what: string) => `${formatNumber('en', n)} × ${what}`,
  inLines: (lines: string, n: number) => plural('en', n, { one: `line ${lines}`, other: `lines ${lines}` }),
  irregularity: 'an irregularity',
  recognized: (name: string) => `Recognized as ${name}`,
  recognizedBy: (columns: string) => `by the columns ${columns}`,
  byColumns: 'Read by its columns',
  incidentsOf: (n: number, ofRecords: number) =>
    `${plural('en', n, { one: '# incident', other: '# incidents' })} from ${records(ofRecords)}`,
  skipped: 'This table is left out.',
  readAnyway: 'Read it by its columns',

  orderTitle: 'Which comes first in dates such as 02/03/2024?',
  orderText: 'The dates of this table do not decide it. Until you do, those records cannot be read.',
  order: { 'day-first': 'The day: 2 March', 'month-first': 'The month: 3 February' },

  rejectedTitle: (n: number) => `${records(n)} could not be accepted`,
  rejectedHint: 'Save them, mend them in a spreadsheet, and drop the file here: they join the others.',
  saveRejected: 'Save the rejected rows',
  examples: 'Examples',
  line: 'Line',
  column: 'Column',
  value: 'Value',
  noColumn: 'whole row',
  emptyValue: 'empty',

  flagsTitle: 'Accepted, but doubtful',
  flagsHint: 'Nothing was changed. Each can be shown on the map afterwards.',
  showFlagged: 'Show them',
  correct: {
    'position-exchanged': 'Exchange latitude and longitude in this table',
    'null-island': 'Take 0, 0 as “not given” in this table',
  },

  mapping: 'Columns and what they hold',
  mappingHint: 'Correct what was guessed wrongly; the file is read again at once.',
  firstValues: 'First values',
  holds: 'Holds',
  nothing: 'Nothing: kept in the record only',
  why: 'Why',
  sure: (percent: string) => `${percent} sure`,
  fieldOf: (column: string) => `What the column ${column} holds`,
  unnamedColumn: (n: number) => `Column ${formatNumber('en', n)}`,
  allColumns: (n: number) => `Show all ${formatNumber('en', n)} columns`,
  remember: 'Remember this for tables with the same columns',
  options: 'How it is read',
  readAs: 'Read as',
  language: 'Language of its texts',
  dayOrder: 'Order in dates',
  fromDates: 'As the dates say',
  skip: 'Leave this table out',
  terms: 'Terms of use of the publisher:',

  addTitle: 'Files are already open',
  addFiles: 'Add to the open files',
  replaceFiles: 'Replace the open files',
  showWith: 'Show',
  alone: 'Only your incidents',
  beside: 'Your incidents beside the published ones',
  closeFiles: 'Close these files',
  moreFiles: 'Add more files',
  show: (n: number) => plural('en', n, { one: 'Show # incident', other: 'Show # incidents' }),
  noneToShow: 'There are no incidents to show yet.',

  barLabel: 'Your own data',
  yourFile: (names: string) => `Your file ${names}, only in this browser`,
  andMoreFiles: (name: string, n: number) =>
    `${name} and ${plural('en', n, { one: '# more', other: '# more' })}`,
  besides: 'beside the published incidents',
  rejectedCount: (n: number) => `${rows(n)} rejected`,
  backToPublished: 'Published data',
  backToPublishedLong: 'Back to the published data',
  reportAgain: 'Report',
  doubtful: (n: number) => `Doubtful: ${formatNumber('en', n)}`,
  keep: 'Keep for next time',
  kept: 'Kept in this browser',
  keepFailed: 'This browser did not allow the files to be kept.',
  keptTitle: 'Kept in this browser',
  keptOn: (day: string) => `kept on ${day}`,
  openKept: 'Open again',
  removeKept: 'Remove',
  removed: 'Removed from this browser',

  missingTitle: 'This link shows a file that is not here',
  missingText:
    'It was made while somebody looked at a file of their own. Such a file stays in their browser: no link carries it. Open the file yourself, or see the published data.',

  addressesTitle: 'Which of these posts are already here?',
  addressesText: 'Paste addresses of posts and articles, one a line. They are looked up in this browser.',
  addresses: 'Addresses',
  lookUp: 'Look them up',
  lookingUp: 'Looking them up …',
  foundOf: (n: number, of: number) =>
    `${formatNumber('en', n)} of ${plural('en', of, { one: '# address', other: '# addresses' })} found`,
  found: 'Found',
  notFound: 'Not here',
  notAddresses: (n: number) =>
    plural('en', n, { one: '# line is no address', other: '# lines are no addresses' }),
  copyMissing: 'Copy those that are not here',
  copyTable: 'Copy the result as a table',
  copied: 'Copied',
  lookUpFailed: 'They could not be looked up.',

  tag: {
    yours: 'Layer: yours',
    published: 'Layer: published',
    check: (flag: string) => `Check: ${flag}`,
  },
}

/** Shape of these texts. */
export type ImportingTexts = typeof importing
