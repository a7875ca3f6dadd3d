import { expect, it } from 'vitest'
import { citationOf } from '../../../src/details/citation.ts'
import { about } from '../incidents/sampleRecords.ts'

it('names incident, id, data set, address and the day it was read, with one full stop each', () => {
  const cited = { ...about, citation: 'Nobody, A small data set. ' }
  expect(
    citationOf(cited, 'Clashes', '2025-10-22-x', 'https://a.example/#incident=x', 'accessed 1 May 2026'),
  ).toBe(
    '“Clashes” [2025-10-22-x]. Nobody, A small data set. https://a.example/#incident=x (accessed 1 May 2026).',
  )
})
