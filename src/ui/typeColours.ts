import type { EventType } from '../incidents/vocabulary.ts'

/** Okabe-Ito: told apart under every kind of colour vision. The same as --type-* in tokens.css, for canvases. */
export const typeColours: Readonly<Record<EventType, string>> = {
  battles: '#d55e00',
  'explosions-remote-violence': '#e69f00',
  'violence-against-civilians': '#cc79a7',
  protests: '#56b4e9',
  riots: '#0072b2',
  'strategic-developments': '#009e73',
}
