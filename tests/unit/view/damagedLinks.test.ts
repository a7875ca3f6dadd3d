import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLink } from '../../../src/view/url/readLink.ts'
import { repairFragment } from '../../../src/view/url/repairFragment.ts'
import { writeFragment } from '../../../src/view/url/writeFragment.ts'
import { propertyRuns } from '../../propertyRuns.ts'
import { anyView } from './anyView.ts'

interface Example {
  damage: string
  link: string
  writes: string
  repairs: string[]
  problems?: string[]
  page?: string
}

const corpus = JSON.parse(readFileSync('tests/corpora/damagedLinks.json', 'utf8')) as Example[]

/** The parts of a link as a browser splits it. */
function addressOf(link: string): Pick<Location, 'hash' | 'pathname' | 'search'> {
  return new URL(link, 'https://example.org')
}

const read = (fragment: string) => readLink(addressOf(`/#${fragment}`))

const wholly = encodeURIComponent
const escapeAgain = (fragment: string) => fragment.replaceAll('%', '%25')
/** Characters that a sentence may append to a link. */
const appended = ['.', ')', ',', ';', ':', '!', '?', '"', "'", '>', '…', '»', '؟', '،']
const invisible = [
  '\u200B',
  '\u200C',
  '\u200D',
  '\u200E',
  '\u200F',
  '\u202A',
  '\u202E',
  '\u2060',
  '\u2066',
  '\u2069',
  '\uFEFF',
  '\u00AD',
  '\u00A0',
]

const damages: Readonly<Record<string, (fragment: string) => string>> = {
  'encoded once': wholly,
  'encoded twice': (fragment) => wholly(wholly(fragment)),
  'encoded three times': (fragment) => wholly(wholly(wholly(fragment))),
  'with percent signs encoded again': escapeAgain,
  'with percent signs encoded two more times': (fragment) => escapeAgain(escapeAgain(fragment)),
  'encoded, with its percent signs encoded again': (fragment) => escapeAgain(wholly(fragment)),
  'with &amp;': (fragment) => fragment.replaceAll('&', '&amp;'),
  'with &amp;amp;': (fragment) => fragment.replaceAll('&', '&amp;amp;'),
  'with &#38;, encoded': (fragment) => wholly(fragment.replaceAll('&', '&#38;')),
  'with a second #': (fragment) => `#${fragment}`,
  'with %23': (fragment) => `%23${fragment}`,
  'with +': (fragment) => fragment.replaceAll('%20', '+'),
  'with a directive to highlight a text': (fragment) => `${fragment}:~:text=so%20it%20was,said&text=x`,
}

describe('readLink with a damaged link', () => {
  it.each(corpus)('repairs $damage: $link', ({ link, writes, repairs, problems = [], page }) => {
    const address = addressOf(link)
    const reading = readLink(address)
    expect(writeFragment(reading.view)).toBe(writes)
    expect(reading.repairs.toSorted()).toEqual(repairs.toSorted())
    expect(reading.problems.map(({ key, reason }) => `${key} ${reason}`)).toEqual(problems)
    expect(reading.page).toBe(page ?? address.pathname + address.search)
  })

  it('changes nothing in a link as writeFragment writes it', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const fragment = writeFragment(view)
        expect(repairFragment(fragment)).toEqual({ fragment, repairs: [] })
        expect(read(fragment)).toEqual({ view, problems: [], repairs: [], page: '/' })
      }),
      { numRuns: propertyRuns(2_000) },
    )
  })

  it.each(Object.keys(damages))('gives the same view where it is %s', (name) => {
    fc.assert(
      fc.property(anyView, (view) => {
        const damaged = damages[name]?.(writeFragment(view)) ?? ''
        const { view: found, problems } = read(damaged)
        expect({ found, problems }).toEqual({ found: view, problems: [] })
      }),
      { numRuns: propertyRuns(500) },
    )
  })

  it('gives the same view with punctuation and invisible characters appended, also where it is encoded after that', () => {
    const end = fc.array(fc.constantFrom(...appended, ...invisible), { minLength: 1, maxLength: 4 })
    const after = fc.constantFrom((text: string) => text, wholly, escapeAgain)
    fc.assert(
      fc.property(anyView, end, after, (view, characters, encode) => {
        // Without a fragment, appended characters belong to the path.
        fc.pre(writeFragment(view) !== '')
        const { view: found, problems } = read(encode(writeFragment(view) + characters.join('')))
        expect({ found, problems }).toEqual({ found: view, problems: [] })
      }),
      { numRuns: propertyRuns(3_000) },
    )
  })

  it('gives the same view with a line break inserted anywhere, encoded or not', () => {
    const broken = fc.constantFrom('\n', '\r\n', '%0A', '%0D%0A')
    fc.assert(
      fc.property(anyView, broken, fc.double({ min: 0, max: 1, noNaN: true }), (view, text, share) => {
        const fragment = writeFragment(view)
        // Line breaks are inserted between characters, where an escape sequence counts as one.
        const starts = [...fragment.matchAll(/%[\dA-F]{2}|./g)].map(({ index }) => index)
        const at = starts[Math.floor(share * (starts.length - 1))] ?? 0
        expect(read(fragment.slice(0, at) + text + fragment.slice(at)).view).toEqual(view)
      }),
      { numRuns: propertyRuns(1_000) },
    )
  })

  it('gives the same view with an invisible character inserted in any key or id', () => {
    fc.assert(
      fc.property(anyView, fc.constantFrom(...invisible), fc.nat(), (view, character, choice) => {
        const withoutTexts = { ...view, data: null, filters: { ...view.filters, text: '' } }
        const fragment = writeFragment(withoutTexts)
        const starts = [...fragment.matchAll(/(?:%[\dA-F]{2})+|./g)].map(({ index }) => index)
        const at = starts[choice % Math.max(1, starts.length)] ?? 0
        expect(read(fragment.slice(0, at) + character + fragment.slice(at)).view).toEqual(withoutTexts)
      }),
      { numRuns: propertyRuns(1_000) },
    )
  })

  it('reads any string into a view that can be written and read again', () => {
    const pieces = fc.constantFrom(
      '%',
      '25',
      '3D',
      '=',
      '&',
      'amp;',
      '#',
      '+',
      'q=',
      'type=',
      'incident=',
      ')',
      ':~:',
    )
    const likely = fc
      .array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 3 })))
      .map((all) => all.join(''))
    fc.assert(
      fc.property(fc.oneof(likely, fc.string({ unit: 'binary' })), (hash) => {
        const { view } = readLink({ hash, pathname: '/', search: '' })
        expect(read(writeFragment(view)).view).toEqual(view)
      }),
      { numRuns: propertyRuns(3_000) },
    )
  })
})
