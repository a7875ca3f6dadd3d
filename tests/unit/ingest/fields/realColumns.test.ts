import { describe, expect, it } from 'vitest'
import { countryOfFips } from '../../../../src/ingest/fields/countryCodes.ts'
import { countryCode } from '../../../../src/ingest/fields/countryField.ts'
import { readCount } from '../../../../src/ingest/fields/countField.ts'
import { readDay, readDayParts, type ReadDay } from '../../../../src/ingest/fields/dayField.ts'
import { detectDayColumn } from '../../../../src/ingest/fields/dayForms.ts'
import { readExcelSerial } from '../../../../src/ingest/fields/dayNumbers.ts'
import { readPosition, readPositionCell } from '../../../../src/ingest/fields/positionField.ts'
import { readUrls } from '../../../../src/ingest/fields/urlField.ts'
import { readTable } from '../../../../src/ingest/readers/readTable.ts'
import type { Reading } from '../../../../src/ingest/reading.ts'
import type { LngLat } from '../../../../src/incidents/place.ts'
import { countedByOthers, hasRealFiles, realFile } from '../realFiles.ts'

/** What was counted of a file. */
interface Expected {
  records: number
  valid_coordinates: number
  missing_coordinates?: number
  invalid_coordinates?: number
  /** Absent where it was not counted. */
  bbox_lon_lat?: [number, number, number, number]
  date_min: string
  date_max: string
  date_missing?: number
  fatalities_sum?: number
  fatalities_numeric_rows?: number
  rows_with_url?: number
}

/** Where the count is wrong: the northernmost latitude stands in the file as 36.62772702. */
const corrections: Readonly<Record<string, Partial<Expected>>> = {
  'archives/syrian-archive_russian-attacks.csv': {
    bbox_lon_lat: [35.781_667, 32.516_831, 40.917_064, 36.627_727_02],
  },
}

const counted = countedByOthers<Expected>()

function expectedOf(file: string): Expected {
  const expected = counted[file]
  if (!expected) throw new Error(`nothing was counted of ${file}`)
  return expected
}

const tables = new Map<string, ReturnType<typeof readTable>>()

/** The cells of the columns of these names, one list a column. */
async function columnsOf(file: string, names: readonly string[]): Promise<string[][]> {
  const result = tables.get(file) ?? readTable(realFile(file))
  tables.set(file, result)
  const read = await result
  const table = read.ok ? read.value.tables[0] : undefined
  if (!table) throw new Error(`${file} holds no table`)
  const records = [...table.rows()]
  const indexes = names.map((name) => table.columns.map((column) => column.trim()).indexOf(name))
  expect(indexes, `columns of ${file}`).not.toContain(-1)
  return indexes.map((index) => records.map(({ cells }) => cells[index] ?? ''))
}

function kindsOf(readings: readonly Reading<unknown>[]) {
  const count = (kind: string) => readings.filter((reading) => reading.kind === kind).length
  return { valid: count('value'), missing: count('missing'), invalid: count('invalid') }
}

function valuesOf<T>(readings: readonly Reading<T, string>[]): T[] {
  return readings.flatMap((reading) => (reading.kind === 'value' ? [reading.value] : []))
}

function expectPositions(readings: readonly Reading<LngLat>[], expected: Expected) {
  expect(kindsOf(readings)).toEqual({
    valid: expected.valid_coordinates,
    missing: expected.missing_coordinates ?? 0,
    invalid: expected.invalid_coordinates ?? 0,
  })
  const positions = valuesOf(readings)
  const [lngs, lats] = [positions.map(([lng]) => lng), positions.map(([, lat]) => lat)]
  const box = [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)]
  for (const [index, side] of (expected.bbox_lon_lat ?? []).entries()) expect(box[index]).toBeCloseTo(side, 5)
}

function expectDays(readings: readonly Reading<ReadDay>[], expected: Expected) {
  const starts = valuesOf(readings)
    .map(({ start }) => start)
    .toSorted()
  expect([starts[0], starts.at(-1)]).toEqual([expected.date_min, expected.date_max])
  expect(starts).toHaveLength(expected.records - (expected.date_missing ?? 0))
}

describe.skipIf(!hasRealFiles)('positions of real files', () => {
  it.each([
    ['archives/syrian-archive_russian-attacks.csv', 'location_latitude', 'location_longitude'],
    ['airwars/gaza-incidents_first200.csv', 'lat', 'long'],
    ['aid-worker-security/awsd-2016_first1200.csv', 'Latitude', 'Longitude'],
    ['derived/syria-ar_arabic-indic-digits_month-names.csv', 'خط العرض', 'خط الطول'],
    ['derived/syria-ar_windows-1256_semicolon_decimal-comma.csv', 'خط العرض', 'خط الطول'],
    ['derived/migrants-fr_windows-1252_semicolon_decimal-comma.csv', 'Latitude', 'Longitude'],
    ['us/wapo-fatal-police-shootings_first3000.csv', 'latitude', 'longitude'],
    ['us/la-riots.csv', 'latitude', 'longitude'],
    ['piracy/pirate-attacks_first3500.csv', 'latitude', 'longitude'],
    ['acled/derived-5-columns_first400.csv', 'latitude', 'longitude'],
    ['archives/ushahidi-v3_rni-indonesia.csv', 'LATITUDE', 'LONGITUDE'],
  ])('of two columns: %s', async (file, lat, lng) => {
    const [lats = [], lngs = []] = await columnsOf(file, [lat, lng])
    expectPositions(
      lats.map((text, row) => readPosition(text, lngs[row] ?? '')),
      { ...expectedOf(file), ...corrections[file] },
    )
  })

  it('of the action in GDELT', () => {
    const file = 'gdelt/20180101000000.export.CSV'
    const rows = realFile(file).toString().trimEnd().split('\n')
    const cells = rows.map((row) => row.split('\t'))
    expectPositions(
      cells.map((row) => readPosition(row[56] ?? '', row[57] ?? '')),
      expectedOf(file),
    )
  })

  it.each([
    ['archives/crisisgroup_maritime.csv', 'Estimated Coordinates'],
    ['derived/piracy_degrees-minutes-seconds.csv', 'position'],
    ['migrants/iom-missing-migrants-2020_first3000.csv', 'Location Coordinates'],
  ])('of one column: %s', async (file, column) => {
    const [cells = []] = await columnsOf(file, [column])
    expectPositions(
      cells.map((text) => readPositionCell(text)),
      expectedOf(file),
    )
  })
})

describe.skipIf(!hasRealFiles)('dates of real files', () => {
  it.each([
    ['acled/burkina-faso-2020-export_first300.csv', 'event_date', 'fixed'],
    ['airwars/gaza-incidents_first200.csv', 'Incidence_date', 'fixed'],
    ['archives/syrian-archive_russian-attacks.csv', 'recording_date', 'fixed'],
    ['derived/syria-ar_arabic-indic-digits_month-names.csv', 'التاريخ', 'fixed'],
    ['derived/syria-ar_windows-1256_semicolon_decimal-comma.csv', 'التاريخ', 'day-first'],
    ['migrants/iom-missing-migrants-2020_first3000.csv', 'Reported Date', 'fixed'],
    ['no-coordinates/who-attacks-on-health-care-ukraine-2022.csv', 'Attack Date', 'month-first'],
    ['us/wapo-fatal-police-shootings_first3000.csv', 'date', 'day-first'],
    ['us/la-riots.csv', 'death_date', 'fixed'],
    ['ucdp/ged-ukraine-hxl_first400.csv', 'date_start', 'fixed'],
    ['piracy/pirate-attacks_first3500.csv', 'date', 'fixed'],
    ['derived/migrants-fr_windows-1252_semicolon_decimal-comma.csv', 'Année', 'fixed'],
  ])('%s', async (file, column, order) => {
    const [cells = []] = await columnsOf(file, [column])
    const found = detectDayColumn(cells)
    expect(found).toMatchObject({ share: 1, order, serials: false, epochSeconds: false })
    const dayOrder = found.order === 'day-first' || found.order === 'month-first' ? found.order : undefined
    expectDays(
      cells.map((text) => readDay(text, dayOrder)),
      expectedOf(file),
    )
  })

  it('of the month alone', async () => {
    const [cells = []] = await columnsOf('police/uk-avon-somerset-2018-07_first2000.csv', ['Month'])
    const days = valuesOf(cells.map((text) => readDay(text, undefined)))
    expect(days).toHaveLength(2000)
    expect(new Set(days.map(({ start, precision }) => `${start} ${precision}`))).toEqual(
      new Set(['2018-07-01 month']),
    )
  })

  it('of M/D/YY with a time', async () => {
    const [cells = []] = await columnsOf('archives/ushahidi-v3_rni-indonesia.csv', ['INCIDENT DATE'])
    expect(detectDayColumn(cells)).toMatchObject({ share: 1, order: 'month-first' })
  })

  it('of D-Mon-YY, but for two that say that the day is not known', async () => {
    const file = 'archives/crisisgroup_maritime.csv'
    const [cells = []] = await columnsOf(file, ['Date'])
    const readings = cells.map((text) => readDay(text, undefined))
    const refused = cells.filter((_, row) => readings[row]?.kind !== 'value')
    expect(refused.every((text) => text.startsWith('Exact date unknown'))).toBe(true)
    expect(refused).toHaveLength(2)
    const expected = expectedOf(file)
    expectDays(readings, { ...expected, records: expected.records - 2 })
  })

  it.each([
    ['aid-worker-security/awsd-2016_first1200.csv', 'Year', 'Month', 'Day'],
    ['us/guardian-police-killings_538.csv', 'year', 'month', 'day'],
  ])('of three columns: %s', async (file, ...names) => {
    const [years = [], months = [], days = []] = await columnsOf(file, names)
    const readings = years.map((year, row) => readDayParts(year, months[row] ?? '', days[row] ?? ''))
    expectDays(readings, expectedOf(file))
  })

  it('of serial days, with exchanged coordinates as they are labelled', async () => {
    const file = 'derived/wapo_excel-serial-dates_swapped-lat-lon.csv'
    const [days = [], lats = [], lngs = []] = await columnsOf(file, ['date', 'lat', 'lon'])
    expect(detectDayColumn(days)).toMatchObject({ share: 1, serials: true })
    expectDays(
      days.map((text) => readExcelSerial(text, 1900)),
      expectedOf(file),
    )
    const readings = lats.map((text, row) => readPosition(text, lngs[row] ?? ''))
    expect(kindsOf(readings)).toEqual({ valid: 66, missing: 0, invalid: 84 })
  })
})

describe.skipIf(!hasRealFiles)('counts, links and countries of real files', () => {
  it.each([
    ['acled/burkina-faso-2020-export_first300.csv', 'fatalities'],
    ['airwars/gaza-incidents_first200.csv', 'Civilians reported killed'],
    ['aid-worker-security/awsd-2016_first1200.csv', 'Total killed'],
    ['migrants/iom-missing-migrants-2020_first3000.csv', 'Number Dead'],
    ['derived/syria-ar_arabic-indic-digits_month-names.csv', 'القتلى'],
  ])('every count is read: %s', async (file, column) => {
    const [cells = []] = await columnsOf(file, [column])
    const readings = cells.map((text) => readCount(text))
    expect(kindsOf(readings as Reading<unknown>[]).invalid).toBe(0)
    // Ranges were not counted as numbers.
    const single = valuesOf(readings).flatMap((count) =>
      typeof count === 'object' && count.min !== undefined && count.min === count.max ? [count.min] : [],
    )
    const { fatalities_sum, fatalities_numeric_rows } = expectedOf(file)
    expect(single).toHaveLength(fatalities_numeric_rows ?? 0)
    expect(single.reduce((sum, count) => sum + count, 0)).toBe(fatalities_sum)
  })

  it('every row with a link has one', async () => {
    const file = 'migrants/iom-missing-migrants-2020_first3000.csv'
    const [cells = []] = await columnsOf(file, ['URL'])
    const read = cells.map((text) => readUrls(text))
    expect(read.filter(({ urls }) => urls.length > 0)).toHaveLength(expectedOf(file).rows_with_url ?? 0)
    expect(read.flatMap(({ rest }) => rest).filter(Boolean)).toEqual([])
  })

  it.each([
    ['acled/burkina-faso-2020-export_first300.csv', 'country', []],
    // Two that are parts of countries, and one that is either of two.
    ['aid-worker-security/awsd-2016_first1200.csv', 'Country', ['Chechnya', 'Congo', 'Kashmir']],
    ['ucdp/ged-ukraine-hxl_first400.csv', 'country', []],
    ['derived/piracy_degrees-minutes-seconds.csv', 'country', []],
  ])('every country is known: %s', async (file, column, others) => {
    const [cells = []] = await columnsOf(file, [column])
    const unknown = cells.filter((text) => text !== '' && countryCode(text) === undefined)
    expect([...new Set(unknown)]).toEqual(others)
  })

  it('every FIPS code of GDELT is known, but for OS, the oceans', () => {
    const rows = realFile('gdelt/20180101000000.export.CSV').toString().trimEnd().split('\n')
    const codes = new Set(rows.map((row) => row.split('\t')[53] ?? '').filter(Boolean))
    expect([...codes].filter((code) => countryOfFips(code) === undefined)).toEqual(['OS'])
    expect(codes.size).toBeGreaterThan(70)
  })
})
