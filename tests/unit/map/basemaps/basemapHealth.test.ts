import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { counted, healthOf, newTally } from '../../../../src/map/basemaps/basemapHealth.ts'
import type { RemoteEvent } from '../../../../src/map/basemaps/remoteRequests.ts'
import { propertyRuns } from '../../../propertyRuns.ts'

const after = (...kinds: RemoteEvent['kind'][]) =>
  kinds.reduce((tally, kind) => counted(tally, { kind, url: 'u' }), newTally)

describe('the health of a basemap', () => {
  it.each([
    ['asking', []],
    ['asking', ['asked']],
    ['shown', ['asked', 'arrived']],
    ['missing', ['asked', 'missing', 'asked', 'missing']],
    ['failed', ['asked', 'missing', 'asked', 'failed']],
    ['shown', ['asked', 'failed', 'asked', 'arrived']],
    ['asking', ['asked', 'stopped']],
    ['failed', ['asked', 'arrived', 'unusable']],
  ] as [string, RemoteEvent['kind'][]][])('is %s after %j', (health, kinds) => {
    expect(healthOf(after(...kinds))).toBe(health)
  })

  it('follows the latest answers: the map may have moved to where there is nothing', () => {
    const answers = (kind: 'arrived' | 'missing') =>
      Array.from({ length: 6 }, () => ['asked', kind] as const).flat()
    expect(healthOf(after(...answers('arrived'), ...answers('missing')))).toBe('missing')
    expect(healthOf(after(...answers('missing'), 'asked', 'arrived'))).toBe('shown')
  })

  it('counts what waits: every request is answered or stopped once', () => {
    const anyEnd = fc.constantFrom<RemoteEvent['kind'][]>('arrived', 'missing', 'failed', 'stopped')
    fc.assert(
      fc.property(fc.array(anyEnd), fc.nat(20), (ends, more) => {
        const kinds = [
          ...ends.map(() => 'asked' as const),
          ...Array.from({ length: more }, () => 'asked' as const),
        ]
        expect(after(...kinds, ...ends).waiting).toBe(more)
      }),
      { numRuns: propertyRuns(200) },
    )
  })
})
