import { EARLIEST_DAY, formatIsoDay, LATEST_DAY, parseDay, type Day } from '../../incidents/day.ts'
import type { Bounds } from '../../incidents/place.ts'
import { facetIds, fields, type FacetId } from '../../incidents/fields.ts'
import { languages } from '../../incidents/vocabulary.ts'
import { isFiltered, type Filters } from '../../query/incidentQuery.ts'
import {
  MAX_PITCH,
  MAX_TEXT,
  MAX_ZOOM,
  mapModes,
  roundArea,
  roundCamera,
  themes,
  type Camera,
  type View,
} from '../view.ts'
import { readChoice, writeChoice } from './choiceText.ts'
import { invalid, value, type KeyReading } from './keyReading.ts'

/** How one key of the fragment is written and read. */
export interface UrlKey {
  /** The text of the key, not yet percent-encoded; undefined where the view has the default, which is left out. */
  write: (view: View) => string | undefined
  /** Reads a percent-decoded text into a change of the view. */
  read: (text: string) => KeyReading<(view: View) => View>
}

type Change = (view: View) => View

function map<T>(reading: KeyReading<T>, change: (of: T) => Change): KeyReading<Change> {
  if (reading.kind === 'value') return value(change(reading.value))
  return reading.value === undefined
    ? { kind: 'invalid', reason: reading.reason }
    : { kind: 'invalid', reason: reading.reason, value: change(reading.value) }
}

function setFilter(part: (filters: Filters) => Partial<Filters>): Change {
  return (view) => ({ ...view, filters: { ...view.filters, ...part(view.filters) } })
}

/** The key of a choice of ids. @param known ids of a closed vocabulary */
function choiceKey(field: FacetId, known?: readonly string[]): UrlKey {
  return {
    write: ({ filters }) => (isFiltered(filters, field) ? writeChoice(filters[field]) : undefined),
    read: (text) =>
      map(readChoice(text, known), (choice) =>
        setFilter((filters) => ({ [field]: { ...filters[field], ...choice } })),
      ),
  }
}

/** One key for each facet, and `actor.all`, which requires all included actors in the same incident. */
function facetKeys(): Record<string, UrlKey> {
  const keys: Record<string, UrlKey> = {}
  for (const id of facetIds) {
    const field = fields[id]
    keys[field.urlKey] = choiceKey(id, 'vocabulary' in field ? field.vocabulary : undefined)
  }
  keys[`${fields.actor.urlKey}.all`] = {
    write: ({ filters }) => (filters.actor.all ? '1' : undefined),
    read: (text) =>
      text === '1'
        ? value(setFilter(({ actor }) => ({ actor: { ...actor, all: true } })))
        : invalid('unknown-value'),
  }
  return keys
}

function dayKey(end: 'from' | 'to'): UrlKey {
  return {
    write: ({ filters }) => {
      const day = filters.days[end]
      return day === null ? undefined : formatIsoDay(day)
    },
    read: (text) => map(readDay(text), (day) => setFilter(({ days }) => ({ days: { ...days, [end]: day } }))),
  }
}

function readDay(text: string): KeyReading<Day> {
  const day = parseDay(text)
  return day === undefined || day < EARLIEST_DAY || day > LATEST_DAY ? invalid('not-a-day') : value(day)
}

/** A key whose text is one of a few words. */
function wordKey<Word extends string>(
  words: readonly Word[],
  get: (view: View) => Word | null,
  set: (word: Word) => Partial<View>,
): UrlKey {
  return {
    write: (view) => get(view) ?? undefined,
    read: (text) => {
      const word = words.find((each) => each === text)
      return word === undefined
        ? invalid('unknown-value')
        : value((view: View) => ({ ...view, ...set(word) }))
    },
  }
}

/** A key with any text. @param longest in UTF-16 code units; a longer text is invalid */
function textKey(get: (view: View) => string | null, set: (text: string) => Change, longest: number): UrlKey {
  return {
    write: (view) => get(view) || undefined,
    read: (text) => {
      if (text.trim() === '') return invalid('empty')
      return text.length > longest ? invalid('too-long') : value(set(text))
    },
  }
}

const number = '-?\\d+(?:\\.\\d+)?'
const cameraForm = new RegExp(`^(${number})/(${number})/(${number})(?:/(${number})/(${number}))?$`)

/** `zoom/lat/lng`, or `zoom/lat/lng/bearing/pitch` where the map is turned or tilted; as OpenStreetMap writes it. */
function writeCamera({ zoom, lat, lng, bearing, pitch }: Camera): string {
  return [zoom, lat, lng, ...(bearing || pitch ? [bearing, pitch] : [])].join('/')
}

function readCamera(text: string): KeyReading<Camera> {
  const parts = cameraForm.exec(text)
  if (!parts) return invalid('not-a-camera')
  const [zoom = NaN, lat = NaN, lng = NaN, bearing = 0, pitch = 0] = parts
    .slice(1)
    .filter((part) => part !== undefined)
    .map(Number)
  const fits =
    zoom >= 0 &&
    zoom <= MAX_ZOOM &&
    Math.abs(lat) <= 90 &&
    Math.abs(lng) <= 180 &&
    Math.abs(bearing) <= 180 &&
    pitch >= 0 &&
    pitch <= MAX_PITCH
  return fits ? value(roundCamera({ zoom, lat, lng, bearing, pitch })) : invalid('not-a-camera')
}

/** `west,south,east,north` in degrees; west > east crosses the antimeridian. */
function readArea(text: string): KeyReading<Bounds> {
  const parts = text.split(',')
  if (parts.length !== 4 || !parts.every((part) => new RegExp(`^${number}$`).test(part)))
    return invalid('not-an-area')
  const [west = NaN, south = NaN, east = NaN, north = NaN] = parts.map(Number)
  const fits = Math.abs(west) <= 180 && Math.abs(east) <= 180 && south >= -90 && north <= 90 && south <= north
  return fits ? value(roundArea({ west, south, east, north })) : invalid('not-an-area')
}

/** `5-10`, `5-` (at least), `-10` (at most); `5` is exactly five. */
function readFatalities(text: string): KeyReading<Filters['fatalities']> {
  const parts = /^(\d{0,9})(-?)(\d{0,9})$/.exec(text)
  const [, low = '', dash = '', high = ''] = parts ?? []
  if (low === '' && high === '') return invalid('not-a-range')
  const min = low === '' ? null : Number(low)
  const max = dash === '' ? min : high === '' ? null : Number(high)
  return min !== null && max !== null && min > max ? invalid('not-a-range') : value({ min, max })
}

/** Every key of the fragment, by name. Public: keys may be added, but never removed or given another meaning. */
export const urlKeys: Readonly<Record<string, UrlKey>> = {
  ...facetKeys(),
  basemap: {
    write: (view) => view.basemap ?? undefined,
    read: (text) =>
      /^[a-z0-9](?:[a-z0-9./-]{0,98}[a-z0-9])?$/.test(text)
        ? value((view: View) => ({ ...view, basemap: text }))
        : invalid('unknown-value'),
  },
  [fields.area.urlKey]: {
    write: ({ filters: { area } }) =>
      area ? [area.west, area.south, area.east, area.north].join(',') : undefined,
    read: (text) => map(readArea(text), (area) => setFilter(() => ({ area }))),
  },
  data: textKey(
    (view) => view.data,
    (data) => (view) => ({ ...view, data }),
    2_000,
  ),
  embed: wordKey(
    ['1'],
    (view) => (view.embed ? '1' : null),
    () => ({ embed: true }),
  ),
  [fields.fatalities.urlKey]: {
    write: ({ filters: { fatalities } }) =>
      fatalities.min === null && fatalities.max === null
        ? undefined
        : `${fatalities.min ?? ''}-${fatalities.max ?? ''}`,
    read: (text) => map(readFatalities(text), (fatalities) => setFilter(() => ({ fatalities }))),
  },
  [fields.days.urlKey.from]: dayKey('from'),
  incident: textKey(
    (view) => view.incident,
    (incident) => (view) => ({ ...view, incident }),
    500,
  ),
  lang: wordKey(
    languages,
    (view) => view.language,
    (language) => ({ language }),
  ),
  map: {
    write: ({ camera }) => (camera ? writeCamera(camera) : undefined),
    read: (text) => map(readCamera(text), (camera) => (view) => ({ ...view, camera })),
  },
  [fields.text.urlKey]: textKey(
    (view) => view.filters.text,
    (text) => setFilter(() => ({ text })),
    MAX_TEXT,
  ),
  show: wordKey(
    mapModes,
    (view) => (view.show === 'cells' ? null : view.show),
    (show) => ({ show }),
  ),
  theme: wordKey(
    themes,
    (view) => view.theme,
    (theme) => ({ theme }),
  ),
  [fields.days.urlKey.to]: dayKey('to'),
}

/**
 * Keys whose texts are ids, names and words of the data set, or typed by the user: while files of the user are open,
 * they stand in no address.
 */
export const contentKeys: ReadonlySet<string> = new Set([
  'incident',
  `${fields.actor.urlKey}.all`,
  ...facetIds.flatMap((id) =>
    fields[id].kind === 'ids' || fields[id].kind === 'place' ? [fields[id].urlKey] : [],
  ),
  fields.text.urlKey,
])

/** Whether a fragment may contain this key. */
export function isKeyName(name: string): boolean {
  return Object.hasOwn(urlKeys, name)
}
