import { describe, expect, it } from 'vitest'
import { runMutations } from '../../../mutations/runMutations.ts'

/** `npm run mutations` tries 10,000. */
const SHARE = 500

describe('a damaged file of any format', () => {
  it('is read or refused within ten seconds, and accounted for', async () => {
    const results = await runMutations(0, SHARE)
    expect(results).toHaveLength(SHARE)
    expect(results.filter(({ wrong }) => wrong !== undefined)).toEqual([])
    expect(new Set(results.map(({ outcome }) => outcome)).size).toBeGreaterThan(3)
  })
})
