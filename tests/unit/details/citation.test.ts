import { expect, it } from 'vitest'
import { citationOf } from '../../../src/details/citation.ts'
import { about } from '../incidents/sampleRecords.ts'

it('names incident, id, data set, URL and day of access, each with one full stop', () => {
  const cited = { ...about, citation: 'Nobody, A small data set. ' }
  expect(
    citationOf(cited, 'Clashes', '2025-10-22-x', 'https://a.example/#incident=x', 'accessed 1 May 2026'),
  ).toBe(
    '“Clashes” [2025-10-22-x]. Nobody, A small data set. https://a.example/#incident=x (accessed 1 May 2026).',
  )
})
