import { expect, it } from 'vitest'
import { shortName } from '../../../src/importing/shortName.ts'

it('a long name keeps its beginning and its end, a short one all', () => {
  expect(shortName('incidents.csv')).toBe('incidents.csv')
  expect(shortName('a-very-long-name-of-some-export-2024.csv')).toBe('a-very-long-name-o…ort-2024.csv')
  expect(Array.from(shortName('🗺'.repeat(100)))).toHaveLength(31)
})
