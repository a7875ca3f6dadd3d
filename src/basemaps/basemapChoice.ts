import { formatIsoDay, parseDay, type Day } from '../incidents/day.ts'

/** The days of a satellite map: one, or two side by side. */
export interface ShownDays {
  /** The day of the whole map, or of its left part. */
  day: Day
  /** The day of the right part; `null` where the map is not divided. */
  after: Day | null
}

/** What the `basemap` key of a link says. */
export interface BasemapChoice {
  id: string
  /** `null`: the default variant. */
  variant: string | null
  /** `one` or `two`: as many days, which follow from the open incident or from the time filter. */
  days: 'one' | 'two' | ShownDays
}

/** The part of a link for two days that are not written out. */
const TWO = 'compare'

/** Reads the `basemap` key: `id[/variant][/compare | /day | /day..day]`. An unknown part is taken for a variant. */
export function readChoice(text: string): BasemapChoice {
  const [id = '', ...parts] = text.split('/')
  const days = readDays(parts.at(-1) ?? '')
  return { id, variant: (days ? parts.slice(0, -1) : parts)[0] ?? null, days: days ?? 'one' }
}

function readDays(text: string): BasemapChoice['days'] | null {
  if (text === TWO) return 'two'
  const [first = '', second, ...more] = text.split('..')
  const day = parseDay(first)
  if (day === undefined || more.length > 0) return null
  if (second === undefined) return { day, after: null }
  const after = parseDay(second)
  return after === undefined ? null : { day, after }
}

/** Writes the `basemap` key, so that `readChoice` gives the same choice. */
export function writeChoice({ id, variant, days }: BasemapChoice): string {
  return [id, variant, writeDays(days)].filter(Boolean).join('/')
}

function writeDays(days: BasemapChoice['days']): string | null {
  if (days === 'one') return null
  if (days === 'two') return TWO
  return [days.day, days.after]
    .filter((day) => day !== null)
    .map(formatIsoDay)
    .join('..')
}

/** Whether the map is divided between two days. */
export function isDivided({ days }: BasemapChoice): boolean {
  return days === 'two' || (days !== 'one' && days.after !== null)
}
