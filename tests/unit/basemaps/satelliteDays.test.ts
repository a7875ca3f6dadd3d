import { describe, expect, it } from 'vitest'
import type { DailyMap } from '../../../src/basemaps/basemap.ts'
import { offeredBasemaps } from '../../../src/basemaps/offeredBasemaps.ts'
import {
  daysOfSpan,
  firstDay,
  seriesOf,
  tilesOfDay,
  withinDays,
} from '../../../src/basemaps/satelliteDays.ts'
import { formatIsoDay, LATEST_DAY, parseDay } from '../../../src/incidents/day.ts'

const [{ map: daily }] = offeredBasemaps['satellite-of-the-day'].variants
if (daily.kind !== 'daily') throw new Error('not a daily map')
const map: DailyMap = daily
const day = (text: string) => parseDay(text) ?? NaN
const addressOf = (text: string) => {
  const series = seriesOf(map, day(text))
  return series && tilesOfDay(series, day(text))
}

describe('the satellite pictures of a day', () => {
  it('are of VIIRS since it is published, and of MODIS before', () => {
    expect(addressOf('2025-10-22')).toBe(
      'https://gibs.earthdata.nasa.gov/wmts/epsg3857/best/VIIRS_SNPP_CorrectedReflectance_TrueColor/default/2025-10-22/GoogleMapsCompatible_Level9/{z}/{y}/{x}.jpg',
    )
    expect(addressOf('2015-11-24')).toContain('VIIRS')
    expect(addressOf('2015-11-23')).toContain(
      '/MODIS_Terra_CorrectedReflectance_TrueColor/default/2015-11-23/',
    )
  })

  it('begin with the first series', () => {
    expect(formatIsoDay(firstDay(map))).toBe('2000-02-24')
    expect(addressOf('1999-01-01')).toContain('MODIS')
    expect(withinDays(map, day('1990-01-01'))).toBe(firstDay(map))
    expect(withinDays(map, LATEST_DAY + 1)).toBe(LATEST_DAY)
  })

  it('are of the last day of a span; side by side of the days before and after it', () => {
    const span = { from: day('2025-10-20'), to: day('2025-10-22') }
    expect(daysOfSpan(map, span, false)).toEqual({ day: day('2025-10-22'), after: null })
    expect(daysOfSpan(map, span, true)).toEqual({ day: day('2025-10-19'), after: day('2025-10-23') })
    const early = { from: day('1980-01-01'), to: day('1980-01-02') }
    expect(daysOfSpan(map, early, true)).toEqual({ day: firstDay(map), after: firstDay(map) })
  })
})
