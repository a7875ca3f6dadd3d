import { expect, it } from 'vitest'
import { claimGroups } from '../../../src/details/claimGroups.ts'
import type { Claim } from '../../../src/incidents/incident.ts'
import { incidentWith } from '../incidents/sampleRecords.ts'

const claim = (fields: Partial<Claim>): Claim => ({
  by: 'police',
  stance: 'asserts',
  says: { en: 'So it was.' },
  sources: ['s1'],
  ...fields,
})

it('puts disputed matters first, and on each matter assertions before denials', () => {
  const groups = claimGroups(
    incidentWith({
      status: 'disputed',
      disputed: ['motive'],
      claims: [
        claim({}),
        claim({ by: 'rebels', stance: 'denies', matter: 'motive' }),
        claim({ matter: 'time' }),
        claim({ matter: 'motive' }),
      ],
    }),
  )
  expect(
    groups.map(({ matter, isDisputed, statements }) => [
      matter,
      isDisputed,
      statements.map(({ says }) => says),
    ]),
  ).toEqual([
    ['motive', true, [[3], [1]]],
    ['time', false, [[2]]],
    [undefined, false, [[0]]],
  ])
})

it('joins claims of one party in the same sources, and no others', () => {
  const [group] = claimGroups(
    incidentWith({
      claims: [
        claim({}),
        claim({ sources: ['s1', 's2'] }),
        claim({ by: 'rebels' }),
        claim({}),
        claim({ by: { en: 'police' } }),
        claim({ via: { en: 'statement' } }),
      ],
    }),
  )
  expect(group?.statements.map(({ says }) => says)).toEqual([[0, 3], [1], [2], [4], [5]])
})
