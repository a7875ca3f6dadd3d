/** Messages for the fault codes of recordSchema.ts: what is wrong with a value and what to write instead. */
export const faultTexts = {
  'empty-text': 'is empty: write a text, or leave the field out',
  'no-id': 'is no id: write letters a-z, digits and hyphens, such as al-bab',
  'long-id': 'is longer than the 120 characters that an id may have: write a shorter one',
  'no-date': 'is no date: write year, month and day, such as 2025-10-22',
  'no-such-day': 'is a day that the calendar does not have: write one that exists',
  'no-address': 'is no web address: write one that begins with https:// or http://, or leave the field out',
  'below-zero': 'is below 0: write how many people, in a whole number',
  'too-many-people': 'is above a thousand million: write how many people',
  'no-language': 'has no text in any language: write at least one of en, ar, fr',
  'no-text': 'is no text: write a text, or one for each of en, ar, fr',
  'no-figure': 'gives no figure: write min, max or both, or leave the field out where none was reported',
  'max-below-min': 'is below min: write the smaller figure as min and the larger as max',
  'no-time': 'is no time of day: write hours and minutes, such as "03:40"',
  'end-before-start': 'is before start: write the first day as start and the last as end',
  'half-position': 'is missing: write lng and lat, or take both out',
  'long-tag': 'is longer than the 120 characters that a tag may have: write a shorter one',
  'too-far-west': 'is west of -180: write degrees between -180 and 180',
  'too-far-east': 'is east of 180: write degrees between -180 and 180',
  'too-far-south': 'is south of -90: write degrees between -90 and 90',
  'too-far-north': 'is north of 90: write degrees between -90 and 90',
  'by-or-attributed': 'and attributedTo exclude each other: write one of the two',
  'no-count': 'is no count: write min and max, or one of some, none-confirmed, none, none-or-unknown',
  'nothing-said': 'says nothing: write killed, wounded or killedOrWounded, or take the entry out',
  'no-language-tag': 'is no language tag: write a BCP 47 tag, such as ar, fr or pt-BR',
  'no-weapon': 'is empty: name a weapon, or take the field out',
  'no-country-code': 'is no country code: write the two capital letters of ISO 3166-1, such as SY',
  'no-icon': 'is no icon: write the path of an SVG or PNG file in public/, such as icon.svg',
} as const

/** A fault that a schema of recordSchema.ts can report. */
export type FaultCode = keyof typeof faultTexts

/** The message of a fault code; any other text unchanged. */
export function faultText(message: string): string {
  return new Map<string, string>(Object.entries(faultTexts)).get(message) ?? message
}
