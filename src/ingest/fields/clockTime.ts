/** A time of day taken off a date. */
export interface SplitTime {
  /** What remains. */
  date: string
  /** HH:MM; absent where no time is written, where it is 00:00, and where it is in UTC. */
  time?: string
}

const time = String.raw`(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,]\d{1,9})?)?(?: ?(?<half>[ap]|ص|م)(?:\.? ?m\.?)?)?`
const french = String.raw`(?<hour>\d{1,2}) ?h ?(?<minute>\d{2})?`
const hourOnly = String.raw`(?<hour>\d{1,2}) ?(?<half>[ap])\.?m\.?`
const offset = String.raw`[+-]\d{1,2}(?::?\d{2})?`
const zone = String.raw`(?: ?(?<zone>(?:z|utc|gmt|[a-z]{1,3}t)? ?(?:${offset})?)(?: ?\([^()]*\))?)?`
const join = String.raw`(?:t|,? (?:at |a |الساعه )?)`

const forms: readonly RegExp[] = [
  new RegExp(`^(?<before>.*?[^ ,])${join}(?:${time})${zone}$`),
  new RegExp(`^(?<before>.*?[^ ,])${join}(?:${french})$`),
  new RegExp(`^(?<before>.*?[^ ,])${join}(?:${hourOnly})$`),
  new RegExp(`^(?:${time}),? (?<after>.+)$`),
  // Of X (Twitter) and of C's asctime: Wed Oct 10 20:19:24 +0000 2018.
  new RegExp(`^(?<before>[^:]+) (?:${time})${zone} (?<after>\\d{4})$`),
  new RegExp(String.raw`^(?<before>\d{8})t(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})?${zone}$`),
  /^(?<before>\d{8})(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})$/,
]
const utc = /^(?:z|utc|gmt)?(?: ?[+-]0{1,2}(?::?00)?)?$/

/**
 * Takes the time of day off a date: the day stands as it is written, whatever the zone. A time of 00:00 is what
 * programs write where none is known, so it counts as none; a time in UTC is left out, as it is not the local one.
 * @param text folded, at most 100 code units
 * @returns undefined where a time is written that no clock shows
 */
export function splitTime(text: string): SplitTime | undefined {
  for (const form of forms) {
    const { groups } = form.exec(text) ?? {}
    if (!groups) continue
    const date = [groups.before, groups.after].filter(Boolean).join(' ')
    const clock = clockOf(groups)
    if (clock === undefined) return undefined
    const isUtc = groups.zone !== undefined && groups.zone !== '' && utc.test(groups.zone)
    return clock === '' || isUtc ? { date } : { date, time: clock }
  }
  return { date: text }
}

/** HH:MM; '' for midnight; undefined where there is no such time. */
function clockOf({ hour, minute, second, half }: Record<string, string | undefined>): string | undefined {
  const [minutes, seconds] = [Number(minute ?? 0), Number(second ?? 0)]
  let hours = Number(hour)
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return undefined
    hours = (hours % 12) + (half === 'p' || half === 'م' ? 12 : 0)
  }
  if (hours > 23 || minutes > 59 || seconds > 59) return undefined
  if (hours === 0 && minutes === 0 && seconds === 0) return ''
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}
