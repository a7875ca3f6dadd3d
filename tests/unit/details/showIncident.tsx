import { screen } from '@testing-library/react'
import { IncidentPanel } from '../../../src/details/IncidentPanel.tsx'
import type { Language } from '../../../src/incidents/vocabulary.ts'
import type { IncidentSource } from '../../../src/query/incidentSource.ts'
import type { View } from '../../../src/view/view.ts'
import { incidentWith } from '../incidents/sampleRecords.ts'
import { showWithRecords, type Records } from '../list/showWithRecords.tsx'

const day = (start: string) => ({ date: { start, precision: 'day' as const } })

const disputed = incidentWith({
  id: 'two',
  title: { en: 'The raid', fr: 'Le raid' },
  ...day('2025-10-22'),
  status: 'disputed',
  disputed: ['motive', 'toll'],
  actors: [
    { id: 'police', role: 'initiator' },
    { id: 'rebels', role: 'target' },
  ],
  sources: [
    {
      id: 's1',
      publisher: 'The Paper',
      url: 'https://www.paper.example/1',
      lang: 'en',
      published: '2025-10-23',
    },
    { id: 's2', publisher: 'The Radio', lang: 'ar', note: 'heard at noon', seen: '2025-10-24' },
  ],
  claims: [
    { by: 'police', stance: 'asserts', says: { en: 'It was lawful.' }, sources: ['s1'] },
    {
      by: { en: 'A neighbour', ar: 'أحد الجيران' },
      via: { en: 'by telephone' },
      stance: 'denies',
      matter: 'motive',
      says: { en: 'It was not.' },
      sources: ['s2', 's1'],
    },
  ],
  casualties: [
    {
      by: 'rebels',
      killed: { min: 1 },
      group: 'civilians',
      said: { en: 'at least one killed' },
      sources: ['s2'],
    },
    {
      by: 'police',
      killed: { min: 0, max: 0 },
      wounded: { min: 2, max: 4 },
      group: 'security-forces',
      sources: ['s1'],
    },
  ],
  related: ['three', 'one', 'lost'],
  tags: ['raid'],
})

/** Three incidents, the second of which is disputed. */
export const records: Records = {
  incidents: [
    incidentWith({ id: 'one', title: { en: 'The warning' }, ...day('2025-10-20') }),
    disputed,
    incidentWith({
      id: 'three',
      title: { en: 'The truce' },
      type: 'protests',
      subtype: 'peaceful-protest',
      ...day('2025-10-25'),
    }),
  ],
}

/** Renders the panel with an incident open. */
export function show(
  incident: string,
  {
    view = {},
    ...more
  }: { view?: Partial<View>; language?: Language; change?: Partial<IncidentSource> } = {},
  of = records,
) {
  return showWithRecords(<IncidentPanel />, of, { view: { incident, ...view }, ...more })
}

/** A section of the open incident, by its heading. */
export const section = (name: RegExp) => screen.findByRole('region', { name })
