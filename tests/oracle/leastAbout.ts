import type { DatasetAbout } from '../../src/incidents/incident.ts'

/** What a data set of a test says of itself: the least that it must. */
export const leastAbout: DatasetAbout = {
  title: { en: 'x' },
  description: { en: 'x' },
  publisher: 'x',
  licence: { name: 'x', url: 'https://example.org/' },
  citation: 'x',
  coverage: { en: 'x' },
  languages: ['en'],
  updated: '2026-01-01',
}
