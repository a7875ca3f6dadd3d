import type { Language } from '../../incidents/vocabulary.ts'
import type {
  ColumnReport,
  CorrectableFlag,
  DayOrder,
  MappedField,
  NotIncidentsCode,
  TableChoices,
} from '../../query/importReport.ts'
import { dayWitness, type DayEvidence, type DayForm } from '../mapping/dayColumn.ts'
import { guessColumns, type ColumnGuess } from '../mapping/guessColumns.ts'
import { guessLanguage } from '../fields/textLanguage.ts'
import { readerByMapping } from '../mapping/mappingReader.ts'
import { notIncidentsOf } from '../mapping/notIncidents.ts'
import { allProfiles } from '../profiles/allProfiles.ts'
import type { Profile, RowReader } from '../profiles/profile.ts'
import { columnCells } from '../readers/columnCells.ts'
import type { FileTable } from '../readers/fileTable.ts'
import type { Slices } from '../slices.ts'
import { firstRecords, widthOf, type GivenTable } from './givenTables.ts'

/** How the records of a table are read. */
export interface TablePlan {
  /** null: by the mapping of its columns. */
  profile: Profile | null
  recognizedBy: string[]
  /** null where the table is read. */
  notIncidents: NotIncidentsCode | null
  skipped: boolean
  columns: ColumnReport[]
  lang: Language
  dayOrder: DayOrder | null
  /** Whether there are dates that cannot be read until the user says the order of day and month. */
  isOrderAsked: boolean
  /** Column by which records that tell of one incident are joined. */
  joinColumn: number | undefined
  /** Columns of latitude and longitude, by the mapping or their names; undefined where there are none. */
  positionColumns: readonly [lat: number, lng: number] | undefined
  corrections: readonly CorrectableFlag[]
  /** Column that says the shape of a feature; -1 where there is none. */
  geometryColumn: number
  reader: RowReader
}

/** Records that columns are guessed from, and cells of wide tables; values of each column that are shown. */
const GUESSED_FROM = 500
const GUESSED_CELLS = 50_000
const SAMPLES = 5

/** Code units of a value that are shown. */
const SAMPLE_LENGTH = 80

/** What is decided of a table before all its dates have been looked at. */
interface Recognized {
  profile: Profile | null
  recognizedBy: string[]
  notIncidents: NotIncidentsCode | null
  fields: readonly (MappedField | null)[]
  guesses: readonly ColumnGuess[]
}

/**
 * Decides how a table is read: by the first profile that knows it, else by its columns; and over all its records, how
 * its dates are written.
 * @param tables all that are given, for forms of several tables
 */
export async function planTable(
  given: GivenTable,
  tables: readonly GivenTable[],
  choices: TableChoices,
  slices: Slices,
): Promise<TablePlan> {
  const { table, file } = given
  const sample = firstRecords(table, Math.min(GUESSED_FROM, Math.ceil(GUESSED_CELLS / widthOf(table))))
  const recognized = recognize(given, sample, choices)
  const { profile, fields, guesses } = recognized
  const dates = profile ? profile.dateColumns(table.columns) : columnsOf(fields, ['day', 'end-day'])
  const isRead = recognized.notIncidents === null && choices.skip !== true
  const evidence = await lookAtDates(given, isRead ? dates : [], slices)
  const dayOrder = choices.dayOrder ?? (isOrder(evidence.order) ? evidence.order : null)
  const lang = choices.lang ?? guessLanguage([...table.columns, ...sample.slice(0, SAMPLES * 4).flat()])
  const context = {
    columns: table.columns,
    lang,
    dayOrder: dayOrder ?? undefined,
    claimant: profile?.claimant ?? file.name,
  }
  const isOther = (each: GivenTable) => each !== given
  const others = [
    ...tables.filter((each) => isOther(each) && each.file === file),
    ...tables.filter((each) => isOther(each) && each.file !== file),
  ].map((each) => ({ head: each.head, table: each.table }))
  return {
    profile,
    recognizedBy: recognized.recognizedBy,
    notIncidents: recognized.notIncidents,
    skipped: choices.skip === true,
    columns: describeColumns(given, sample, recognized),
    lang,
    dayOrder,
    isOrderAsked: choices.dayOrder === undefined && evidence.order === 'undecided',
    joinColumn: profile?.joinColumn?.(table.columns),
    positionColumns: positionColumns(profile ? guesses.map(({ field }) => field) : fields),
    corrections: choices.corrections ?? [],
    geometryColumn: ['geojson', 'kml', 'parquet'].includes(file.format)
      ? table.columns.indexOf('geometry')
      : -1,
    reader: profile
      ? profile.reader({ ...context, others })
      : readerByMapping(fields, { ...context, dayForm: (column) => evidence.forms.get(column) ?? 'text' }),
  }
}

function recognize(given: GivenTable, sample: readonly string[][], choices: TableChoices): Recognized {
  const guesses = guessColumns(given.table.columns, widthOf(given.table), sample, given.table.hxl)
  const guessed = guesses.map(({ field }) => field)
  const mapped: Recognized = { profile: null, recognizedBy: [], notIncidents: null, fields: guessed, guesses }
  if (choices.fields) return { ...mapped, fields: choices.fields }
  if (choices.profile === 'mapping') return mapped
  const chosen = allProfiles.find(({ id }) => id === choices.profile)
  if (chosen) return { ...mapped, profile: chosen }
  for (const profile of allProfiles) {
    const recognition = profile.recognize(given.head)
    if (!recognition) continue
    const notIncidents = recognition.kind === 'not-incidents' ? recognition.code : null
    return { ...mapped, profile, recognizedBy: recognition.by, notIncidents }
  }
  return { ...mapped, notIncidents: notIncidentsOf(guesses, given.head) }
}

function isOrder(order: DayOrder | 'undecided' | 'fixed'): order is DayOrder {
  return order === 'day-first' || order === 'month-first'
}

function columnsOf(fields: readonly (MappedField | null)[], wanted: readonly MappedField[]): number[] {
  return fields.flatMap((field, column) => (field && wanted.includes(field) ? [column] : []))
}

function positionColumns(fields: readonly (MappedField | null)[]): readonly [number, number] | undefined {
  const [lat, lng] = [fields.indexOf('latitude'), fields.indexOf('longitude')]
  return lat === -1 || lng === -1 ? undefined : [lat, lng]
}

/** Records whose dates are looked at together. */
const BATCH = 10_000

/** What all cells of the columns of dates say. */
async function lookAtDates(
  { table }: GivenTable,
  columns: readonly number[],
  slices: Slices,
): Promise<{ order: DayOrder | 'undecided' | 'fixed'; forms: Map<number, DayForm> }> {
  const found: ({ column: number } & DayEvidence)[] = []
  for (const column of columns) found.push({ column, ...(await lookAtColumn(table, column, slices)) })
  return {
    order: orderOfAll(found.map(({ order }) => order)),
    forms: new Map(found.map(({ column, form }) => [column, form])),
  }
}

async function lookAtColumn(table: FileTable, column: number, slices: Slices): Promise<DayEvidence> {
  const witness = dayWitness()
  let batch: string[] = []
  for (const cell of columnCells(table, column)) {
    batch.push(cell)
    if (batch.length === BATCH) {
      witness.hear(batch)
      batch = []
    }
    if (slices.isDue()) await slices.rest()
  }
  witness.hear(batch)
  return witness.evidence()
}

/** The order that some columns show and none contradicts. */
function orderOfAll(orders: readonly (DayOrder | 'undecided' | 'fixed')[]): DayOrder | 'undecided' | 'fixed' {
  const [isDayFirst, isMonthFirst] = [orders.includes('day-first'), orders.includes('month-first')]
  if (isDayFirst !== isMonthFirst) return isDayFirst ? 'day-first' : 'month-first'
  return isDayFirst || orders.includes('undecided') ? 'undecided' : 'fixed'
}

function describeColumns(
  { table }: GivenTable,
  sample: readonly (readonly string[])[],
  { profile, fields, guesses }: Recognized,
): ColumnReport[] {
  return guesses.map((guess, i) => {
    const field = fields[i] ?? null
    const isGuessed = field === guess.field
    return {
      name: table.columns[i] ?? '',
      field: profile ? null : field,
      confidence: profile ? 0 : isGuessed ? guess.confidence : 1,
      reason: profile ? null : isGuessed ? guess.reason : 'user',
      samples: sample
        .map((cells) => cells[i] ?? '')
        .filter((cell) => cell.trim() !== '')
        .slice(0, SAMPLES)
        .map((cell) => cell.trim().slice(0, SAMPLE_LENGTH)),
    }
  })
}
