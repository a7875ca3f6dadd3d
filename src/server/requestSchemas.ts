import * as z from 'zod/mini'
import { calendarUnits, EARLIEST_DAY, LATEST_DAY, type CalendarUnit } from '../incidents/day.ts'
import { facetIds, fields } from '../incidents/fields.ts'
import { mercatorY, type Bounds } from '../incidents/place.ts'
import { exportFormats } from '../query/incidentSource.ts'
import { RequestFault } from './servedError.ts'

/*
 * The bodies that clients may send: nothing else reaches the base. Every list, text and number is bounded, and no
 * property is taken that is not named here.
 */

/** Bounds of what one request may hold. */
export const bounds = {
  /** UTF-16 code units of an id or a version. */
  id: 500,
  /** Ids in a choice, or asked for by a facet page. */
  ids: 500,
  /** UTF-16 code units of a search text. */
  text: 1_000,
  /** Rows of a page of the list, or values of a facet page. */
  page: 1_000,
  /** Rows before a page: the most that a base numbers. */
  offset: 4_000_000_000,
  /** Time bins of one histogram, as the embedded engine has it. */
  bins: 4_000,
  /** URLs that are looked up at once, and UTF-16 code units of one. */
  urls: 2_000,
  url: 8_000,
  /** Lines before an exported table, and UTF-16 code units of one. */
  notes: 50,
  note: 2_000,
  /** Zoom of the map; the page goes to 16. */
  zoom: 24,
  /** CSS pixels across the area of the map, each way: a large screen, tilted so that it shows far more than its size. */
  pixels: 65_536,
} as const

const text = (most: number) => z.string().check(z.maxLength(most))
const id = text(bounds.id)
const whole = (least: number, most: number) => z.int().check(z.minimum(least), z.maximum(most))
const list = <Item extends z.core.SomeType>(item: Item, most: number) =>
  z.array(item).check(z.maxLength(most))

/** A widened day may lie a year outside the days that can be written. */
const day = whole(EARLIEST_DAY - 366, LATEST_DAY + 366)
const fatalities = whole(0, 2_147_483_647)

/** The world may be in sight more than once, so that longitudes of the map are not wrapped. */
const area = z.strictObject({
  west: z.number().check(z.minimum(-3_600), z.maximum(3_600)),
  south: z.number().check(z.minimum(-90), z.maximum(90)),
  east: z.number().check(z.minimum(-3_600), z.maximum(3_600)),
  north: z.number().check(z.minimum(-90), z.maximum(90)),
})

function choice<Id extends z.core.SomeType>(of: Id) {
  return z.strictObject({ include: list(of, bounds.ids), exclude: list(of, bounds.ids) })
}

/** `Filters`. An id that the data set lacks matches nothing; a code that its vocabulary lacks is refused. */
const filters = z.strictObject({
  days: z.strictObject({ from: z.nullable(day), to: z.nullable(day) }),
  type: choice(z.enum(fields.type.vocabulary)),
  subtype: choice(z.enum(fields.subtype.vocabulary)),
  weapon: choice(z.enum(fields.weapon.vocabulary)),
  actor: z.extend(choice(id), { all: z.boolean() }),
  country: choice(id),
  place: choice(id),
  publisher: choice(id),
  status: choice(z.enum(fields.status.vocabulary)),
  precision: choice(z.enum(fields.precision.vocabulary)),
  fatalities: z.strictObject({ min: z.nullable(fatalities), max: z.nullable(fatalities) }),
  tag: choice(id),
  text: text(bounds.text),
  area: z.nullable(area),
})

const facet = z.enum(facetIds)

/** The shortest that each unit of the calendar can be, in days. */
const leastDays: Readonly<Record<CalendarUnit, number>> = {
  day: 1,
  week: 7,
  month: 28,
  quarter: 90,
  year: 365,
}

const bins = z
  .strictObject({ unit: z.enum(calendarUnits), span: z.strictObject({ from: day, to: day }) })
  .check(
    z.refine(({ span }) => span.from <= span.to, 'begins after it ends'),
    z.superRefine(({ unit, span }, context) => {
      if ((span.to - span.from + 1) / leastDays[unit] <= bounds.bins) return
      context.addIssue({ code: 'too_big', origin: 'array', maximum: bounds.bins, input: span })
    }),
  )

const map = z
  .strictObject({
    bounds: area,
    zoom: z.number().check(z.minimum(0), z.maximum(bounds.zoom)),
    mode: z.enum(['cells', 'points', 'heat']),
  })
  .check(
    z.superRefine((sent, context) => {
      if (pixelsAcross(sent) <= bounds.pixels) return
      context.addIssue({ code: 'too_big', origin: 'number', maximum: bounds.pixels, input: sent.zoom })
    }),
  )

/** The larger of width and height of a map's area, in CSS pixels. */
function pixelsAcross({
  bounds: { west, south, east, north },
  zoom,
}: {
  bounds: Bounds
  zoom: number
}): number {
  const width = (west <= east ? east - west : east - west + 360) / 360
  const height = mercatorY(south) - mercatorY(north)
  return Math.max(width, height) * 512 * 2 ** zoom
}

const query = z.strictObject({
  filters,
  facets: list(facet, facetIds.length),
  map: z.nullable(map),
  bins: z.nullable(bins),
  list: z.strictObject({
    order: z.enum(['newest', 'oldest', 'deadliest']),
    offset: whole(0, bounds.offset),
    limit: whole(0, bounds.page),
    within: z.nullable(area),
  }),
  open: z.nullable(id),
})

const facetPage = z.strictObject({
  facet,
  filters,
  values: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('top'),
      search: text(bounds.text),
      within: z.nullable(id),
      offset: whole(0, bounds.offset),
      limit: whole(0, bounds.page),
    }),
    z.strictObject({ kind: z.literal('ids'), ids: list(id, bounds.ids) }),
  ]),
})

const exported = z.strictObject({
  filters,
  format: z.enum(exportFormats),
  notes: z.optional(list(text(bounds.note), bounds.notes)),
})

const version = text(bounds.id).check(z.minLength(1))

/** Bodies by the path that takes them, as keys of `serverPaths`. */
export const bodySchemas = {
  query: z.strictObject({ version, query }),
  facetPage: z.strictObject({ version, request: facetPage }),
  incident: z.strictObject({ version, id }),
  citing: z.strictObject({ version, urls: list(text(bounds.url), bounds.urls) }),
  export: z.strictObject({ version, request: exported }),
} as const

/** The parameters of the URL of `serverPaths.description`. */
export const descriptionParameters = z.strictObject({ version: z.optional(version) })

/**
 * What a client sent, in its form.
 * @throws RequestFault `malformed`; `excessive` where a number, list or text is beyond its bounds
 */
export function readSent<Schema extends z.core.$ZodType>(schema: Schema, sent: unknown): z.output<Schema> {
  const result = z.safeParse(schema, sent)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const code = issue?.code === 'too_big' ? 'excessive' : 'malformed'
  // Names of properties are our own, but for those that are not expected, which no path holds.
  throw new RequestFault(code, `${['request', ...(issue?.path ?? [])].join('.')}: ${issue?.code ?? 'wrong'}`)
}
