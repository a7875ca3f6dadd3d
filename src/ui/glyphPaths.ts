import type { EventType } from '../incidents/vocabulary.ts'

/**
 * The shape of each event type, as SVG path data around [0, 0] within a radius of about 10. Used both for SVG
 * and for canvases.
 */
export const glyphPaths: Readonly<Record<EventType, string>> = {
  battles: 'M-9.5-5.5-5.5-9.5 0-4 5.5-9.5 9.5-5.5 4 0 9.5 5.5 5.5 9.5 0 4-5.5 9.5-9.5 5.5-4 0Z',
  'explosions-remote-violence':
    'M0-10.5 2.6-5.4 8-7.4 6.2-2 10.5 1.2 5.6 3.2 6.6 8.6 1.8 6-1.8 10.4-3.6 5.2-9 6.4-6.6 1.4-10.5-2.2-5.2-3.2-5.4-8.6-1.6-5.4Z',
  'violence-against-civilians': 'M0-9.5 9.8 8-9.8 8Z',
  protests: 'M0-8.6A8.6 8.6 0 1 1 0 8.6 8.6 8.6 0 1 1 0-8.6Z',
  riots: 'M-8-8H8V8H-8Z',
  'strategic-developments': 'M0-10.2 10.2 0 0 10.2-10.2 0Z',
  'not-stated': 'M-10-4H10V4H-10Z',
}
