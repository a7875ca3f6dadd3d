import * as fc from 'fast-check'
import { EARLIEST_DAY, LATEST_DAY } from '../../../src/incidents/day.ts'
import {
  eventTypes,
  geoPrecisions,
  languages,
  statuses,
  subEventTypes,
  weapons,
} from '../../../src/incidents/vocabulary.ts'
import type { Choice } from '../../../src/query/incidentQuery.ts'
import {
  MAX_TEXT,
  MAX_ZOOM,
  mapModes,
  roundArea,
  roundCamera,
  themes,
  type View,
} from '../../../src/view/view.ts'

const choiceOf = <Id extends string>(ids: fc.Arbitrary<Id>): fc.Arbitrary<Choice<Id>> =>
  fc
    .uniqueArray(ids, { maxLength: 6 })
    .chain((all) => fc.nat(all.length).map((n) => ({ include: all.slice(0, n), exclude: all.slice(n) })))

// Ids of our own data sets consist of letters, digits, `.`, `_` and `-`. Those of other data sets may have any other
// characters, except invisible ones.
const anyId = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .filter((id) => id.isWellFormed() && !/[\u00a0\u202f]/.test(id))
// A category of a file, in any script, as long as a tag may be.
const anyLabel = fc
  .array(fc.constantFrom('اغتيال', 'خطف', 'vol', 'à', ',', ' ', '!', '%2C', '(a)', '“b”', '&', '=', '#'), {
    minLength: 1,
    maxLength: 20,
  })
  .map((parts) => `${parts.join('').slice(0, 119)}.`)
const anyText = (longest: number) =>
  fc
    .string({ unit: 'grapheme', maxLength: 30 })
    .map((text) => (text.trim() === '' ? '' : text.slice(0, longest).toWellFormed()))
const orNull = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null })
const range = (least: number, most: number) =>
  fc
    .tuple(orNull(fc.integer({ min: least, max: most })), orNull(fc.integer({ min: least, max: most })))
    .map(([a, b]): [number | null, number | null] => (a !== null && b !== null && a > b ? [b, a] : [a, b]))
const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true })

/** Any views, with ids of any printable characters. */
export const anyView: fc.Arbitrary<View> = fc.record({
  camera: orNull(
    fc
      .record({
        zoom: fc.double({ min: 0, max: MAX_ZOOM, noNaN: true }),
        lat: degrees(85),
        lng: degrees(180),
        bearing: degrees(180),
        pitch: fc.double({ min: 0, max: 60, noNaN: true }),
      })
      .map(roundCamera),
  ),
  filters: fc.record({
    days: range(EARLIEST_DAY, LATEST_DAY).map(([from, to]) => ({ from, to })),
    type: choiceOf(fc.constantFrom(...eventTypes)),
    subtype: choiceOf(fc.constantFrom(...subEventTypes)),
    actor: fc.tuple(choiceOf(anyId), fc.boolean()).map(([choice, all]) => ({ ...choice, all })),
    publisher: choiceOf(anyId),
    weapon: choiceOf(fc.constantFrom(...weapons)),
    country: choiceOf(anyId),
    place: choiceOf(anyId),
    status: choiceOf(fc.constantFrom(...statuses)),
    precision: choiceOf(fc.constantFrom(...geoPrecisions)),
    tag: choiceOf(fc.oneof(anyId, anyLabel)),
    fatalities: range(0, 999_999_999).map(([min, max]) => ({ min, max })),
    text: anyText(MAX_TEXT),
    area: orNull(
      fc
        .tuple(degrees(180), degrees(90), degrees(180), degrees(90))
        .map(([west, a, east, b]) => roundArea({ west, south: Math.min(a, b), east, north: Math.max(a, b) })),
    ),
  }),
  incident: orNull(anyId.filter((id) => id.trim() !== '')),
  show: fc.constantFrom(...mapModes),
  language: orNull(fc.constantFrom(...languages)),
  theme: orNull(fc.constantFrom(...themes)),
  basemap: orNull(fc.stringMatching(/^[a-z0-9](?:[a-z0-9./-]{0,98}[a-z0-9])?$/)),
  embed: fc.boolean(),
  data: orNull(anyId.filter((id) => id.trim() !== '')),
})
