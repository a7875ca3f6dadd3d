import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFragment } from '../../../src/view/url/readFragment.ts'
import { writeFragment } from '../../../src/view/url/writeFragment.ts'
import { propertyRuns } from '../../propertyRuns.ts'
import { anyView } from './anyView.ts'

interface Example {
  fragment: string
  writes: string
  problems: string[]
}

const corpus = JSON.parse(readFileSync('tests/corpora/urls.json', 'utf8')) as Example[]

describe('readFragment and writeFragment', () => {
  it.each(corpus)('read $fragment', ({ fragment, writes, problems }) => {
    const { view, problems: found } = readFragment(fragment)
    expect(writeFragment(view)).toBe(writes)
    expect(found.map(({ key, reason }) => `${key} ${reason}`)).toEqual(problems)
  })

  it('are inverse to each other for every view', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect(readFragment(`#${writeFragment(view)}`)).toEqual({ view, problems: [] })
      }),
      { numRuns: propertyRuns(2_000) },
    )
  })

  it('read a fragment in which a program has percent-encoded all separators within values', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const escaped = writeFragment(view)
          .split('&')
          .map((part) => {
            const [key = '', ...rest] = part.split('=')
            return part === ''
              ? ''
              : `${key}=${rest.join('=').replaceAll(',', '%2C').replaceAll('!', '%21').replaceAll('/', '%2F')}`
          })
          .join('&')
        expect(readFragment(escaped).view).toEqual(view)
      }),
    )
  })

  it('read any string into a view that can be written and read again', () => {
    const keys = fc.constantFrom(
      'map',
      'from',
      'to',
      'actor',
      'type',
      'q',
      'bbox',
      'fatalities',
      'incident',
      'lang',
      'zzz',
    )
    const likely = fc
      .array(fc.tuple(keys, fc.string({ unit: 'binary' })).map(([key, text]) => `${key}=${text}`))
      .map((parts) => parts.join('&'))
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), likely), (text) => {
        const { view } = readFragment(text)
        expect(readFragment(writeFragment(view))).toEqual({ view, problems: [] })
      }),
      { numRuns: propertyRuns(3_000) },
    )
  })
})
