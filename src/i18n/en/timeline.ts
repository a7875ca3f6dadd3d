import type { CalendarUnit } from '../../incidents/day.ts'
import { formatNumber, plural, type Counted } from '../plural.ts'

/** Texts of the timeline. */
export const timeline = {
  firstDay: 'First day',
  lastDay: 'Last day',
  range: 'Range of days',
  allDays: 'All days',
  from: 'From',
  to: 'To',
  dates: 'Exact dates',
  presets: 'Presets that end on the last day of the data',
  preset: { week: '7 days', month: '30 days', quarter: '3 months', year: '1 year', all: 'All' },
  badDate: 'The first day must not be after the last.',
  notADay: (such: string) => `Type a whole date, such as ${such} or 2025-10-03.`,
  chooseDay: (end: string) => `${end}: choose a day`,
  month: 'Month',
  year: 'Year',
  months: 'Months',
  previousMonth: 'Previous month',
  nextMonth: 'Next month',
  outsideData: (from: string, to: string) => `The data runs from ${from} to ${to}.`,
  taller: 'Taller timeline',
  fold: 'Fold the timeline to a line',
  hatched: 'inexact date',
  hatchedMeans: 'Hatched: the date is known only to a week, a month or a year, so the incident may lie here',
  zoomIn: 'Zoom in on time',
  zoomOut: 'Zoom out of time',
  wholeTime: 'Whole time',
  earlierHidden: (n: Counted) => `${formatNumber('en', n)} earlier`,
  laterHidden: (n: Counted) => `${formatNumber('en', n)} later`,
  play: 'Play',
  pause: 'Pause',
  stop: 'Stop, and return to the chosen days',
  playback: 'Playback',
  /** Unit: bars per second. */
  speed: 'Speed, in steps a second',
  stepsPerSecond: (n: number) => `${formatNumber('en', n)}/s`,
  mode: 'Kind of playback',
  modes: { window: 'Moving window', cumulative: 'Cumulative' },
  loop: 'Loop',
  controls: 'Dates and playback',
  histogram: 'Incidents over time',
  /** Below the count axis: the time that a bar stands for. */
  perUnit: {
    day: 'per day',
    week: 'per week',
    month: 'per month',
    quarter: 'per quarter',
    year: 'per year',
  } as Record<CalendarUnit, string>,
  scale: (unit: CalendarUnit, most: number): string =>
    `Height of a bar: incidents ${timeline.perUnit[unit]}, from 0 to ${formatNumber('en', most)}`,
  busiest: (n: number) =>
    plural('en', n, { one: 'The busiest bar:', other: 'The # busiest bars, in the order of time:' }),
  mayLie: (n: Counted) => plural('en', n, { one: '# may lie here', other: '# may lie here' }),
  keyHint:
    'Arrow keys move by a day, with Shift by a bar; Page Up and Page Down by a month. Enter chooses the bar.',
}
