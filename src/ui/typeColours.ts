import type { EventType } from '../incidents/vocabulary.ts'

/**
 * Colour of each event type: the palette of Okabe and Ito (2008), which all kinds of colour vision can tell apart; its
 * green less saturated, so that strategic developments, which are no violence, are no louder than battles; and a grey that
 * has a contrast of at least 3:1 against the ground of both themes.
 */
export const typeColours: Readonly<Record<EventType, string>> = {
  battles: '#d55e00',
  'explosions-remote-violence': '#e69f00',
  'violence-against-civilians': '#cc79a7',
  protests: '#56b4e9',
  riots: '#0072b2',
  'strategic-developments': '#4f8f7b',
  'not-stated': '#7d838a',
}
