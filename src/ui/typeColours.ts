import type { EventType } from '../incidents/vocabulary.ts'

/** Colour of each event type: the palette of Okabe and Ito (2008), which all kinds of colour vision can tell apart. */
export const typeColours: Readonly<Record<EventType, string>> = {
  battles: '#d55e00',
  'explosions-remote-violence': '#e69f00',
  'violence-against-civilians': '#cc79a7',
  protests: '#56b4e9',
  riots: '#0072b2',
  'strategic-developments': '#009e73',
}
