import { describe, expect, it } from 'vitest'
import { unknownsOf, type Unknown } from '../../../src/details/unknowns.ts'
import type { Incident, SourceReport } from '../../../src/incidents/incident.ts'
import { incidentWith } from '../incidents/sampleRecords.ts'

const paper: SourceReport = {
  id: 's1',
  publisher: 'The Paper',
  url: 'https://example.org/1',
  lang: 'en',
  published: '2025-10-22',
}
const radio: SourceReport = { id: 's2', publisher: 'The Radio', lang: 'en' }
const counted = {
  killed: { min: 1, max: 2 },
  wounded: { min: 0, max: 0 },
  by: 'police',
  group: 'all',
  sources: ['s1'],
}

/** A record that leaves nothing open. */
const whole: Partial<Incident> = {
  status: 'corroborated',
  casualties: [counted],
  sources: [paper, { ...paper, id: 's2', publisher: 'Another' }],
}

describe('unknownsOf', () => {
  it('names nothing for a record that tells everything', () => {
    expect(unknownsOf(incidentWith(whole))).toEqual([])
  })

  it.each<[string, Partial<Incident>, Unknown]>([
    [
      'parties that contradict each other',
      { status: 'disputed', disputed: ['motive'] },
      { kind: 'disputed' },
    ],
    ['no position', { ...whole, place: { id: 'town', precision: 'town' } }, { kind: 'place' }],
    ['no source', { ...whole, status: 'reported', sources: [] }, { kind: 'noSource' }],
    ['a denial that it happened', { status: 'disputed', disputed: ['occurrence'] }, { kind: 'account' }],
    ['no figures', { casualties: [] }, { kind: 'casualties' }],
    [
      'only wounded',
      { casualties: [{ wounded: { min: 1, max: 1 }, by: 'police', group: 'all', sources: ['s1'] }] },
      { kind: 'killed' },
    ],
    [
      'only killed',
      { casualties: [{ killed: { min: 1, max: 1 }, by: 'police', group: 'all', sources: ['s1'] }] },
      { kind: 'wounded' },
    ],
    [
      'numbers that contradict each other',
      { casualties: [counted, { ...counted, by: 'rebels', killed: { min: 5, max: 5 } }] },
      { kind: 'deathsContested' },
    ],
    ['dead, but no number', { casualties: [{ ...counted, killed: 'some' }] }, { kind: 'deathsNumber' }],
    ['"at least"', { casualties: [{ ...counted, killed: { min: 1 } }] }, { kind: 'openFigures' }],
    ['a date known to the week', { date: { start: '2025-10-22', precision: 'week' } }, { kind: 'day' }],
    [
      'a place known to the district',
      { place: { id: 'town', lng: 36, lat: 36, precision: 'district' } },
      { kind: 'place' },
    ],
    ['no initiator', { actors: [{ id: 'police', role: 'target' }] }, { kind: 'initiator' }],
    ['one source', { sources: [paper] }, { kind: 'oneSource' }],
    [
      'a source without a date',
      { sources: [paper, { ...radio, url: 'https://example.org/2' }] },
      { kind: 'undated', count: 1 },
    ],
    [
      'a source without a link',
      { sources: [paper, { ...radio, published: '2025-10-22' }] },
      { kind: 'unlinked', count: 1 },
    ],
  ])('%s', (_, fields, unknown) => {
    expect(unknownsOf(incidentWith({ ...whole, ...fields }))).toEqual([unknown])
  })
})
