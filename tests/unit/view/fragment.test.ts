import { describe, expect, it } from 'vitest'
import { noFilters } from '../../../src/query/incidentQuery.ts'
import { incidentAddress } from '../../../src/view/url/incidentAddress.ts'
import { readFragment } from '../../../src/view/url/readFragment.ts'
import { needsAnEnd, repairFragment } from '../../../src/view/url/repairFragment.ts'
import { writeFragment } from '../../../src/view/url/writeFragment.ts'
import { defaultView, MAX_TEXT, type View } from '../../../src/view/view.ts'

const viewWith = (filters: Partial<View['filters']>): View => ({
  ...defaultView,
  filters: { ...noFilters, ...filters },
})
const include = (...ids: string[]) => ({ include: ids, exclude: [] })

describe('what of a fragment was not understood', () => {
  it('is named by key, text and reason', () => {
    expect(readFragment('#type=war&zzz=1&zz&=x&q=%E0').problems).toEqual([
      { key: 'type', text: 'war', reason: 'unknown-value' },
      { key: 'zzz', text: '1', reason: 'unknown-key' },
      { key: 'zz', text: '', reason: 'unknown-key' },
      { key: '', text: 'x', reason: 'unknown-key' },
      { key: 'q', text: '%E0', reason: 'bad-encoding' },
    ])
    expect(readFragment('#from=2025-02-02&to=2025-02-01').problems).toEqual([
      { key: 'from, to', text: '', reason: 'days-reversed' },
    ])
  })

  it('is repeated up to 60 characters', () => {
    const [text, key] = ['x'.repeat(60), 'k'.repeat(61)]
    expect(readFragment(`#type=${text}&type=${text}x&${key}=1`).problems).toEqual([
      { key: 'type', text, reason: 'unknown-value' },
      { key: 'type', text: `${text}…`, reason: 'unknown-value' },
      { key: `${'k'.repeat(60)}…`, text: '1', reason: 'unknown-key' },
    ])
  })

  it('is a text that is longer than its key allows', () => {
    const longest = 'x'.repeat(MAX_TEXT)
    expect(readFragment(`#q=${longest}`)).toEqual({ view: viewWith({ text: longest }), problems: [] })
    expect(readFragment(`#q=${longest}x`)).toMatchObject({
      view: defaultView,
      problems: [{ key: 'q', reason: 'too-long' }],
    })
  })
})

describe('reading a fragment', () => {
  it('takes away no # but a leading one', () => {
    expect(readFragment('q=a#b').view.filters.text).toBe('a#b')
    expect(readFragment('#q=a#b').view.filters.text).toBe('a#b')
  })
})

describe('writing a fragment', () => {
  it('leaves browsers nothing that they would take for a highlight', () => {
    expect(writeFragment(viewWith({ text: 'a:~:b' }))).toBe('q=a%3A~:b')
  })

  it('ends in & where what finds links would otherwise end it too early', () => {
    expect(writeFragment(viewWith({ text: '"french' }))).toBe('q=%22french&')
    expect(
      writeFragment(viewWith({ text: '"french', type: include('riots') as View['filters']['type'] })),
    ).toBe('q=%22french&type=riots')
    expect(needsAnEnd('q=french')).toBe(false)
  })

  it('opens an incident within the rest of the view', () => {
    expect(incidentAddress(viewWith({ tag: include('raid') }), 'a b')).toBe('#incident=a%20b&tag=raid')
  })
})

describe('repairing a fragment', () => {
  it.each([
    '.',
    ',',
    ':',
    ';',
    '!',
    '?',
    "'",
    '*',
    '|',
    ')',
    ']',
    '}',
    '&quot;',
    '&gt;',
    '&lt;',
    '&nbsp;',
    '&apos;',
    '&#39;',
    '%20',
    '%22',
    '%3C',
    '%3E',
    '%60',
    '%C2%AB',
    '%C2%BB',
    '%D8%8C',
    '%d8%8c',
    '%D8%9B',
    '%D8%9F',
    '%DB%94',
    '%E2%80%98',
    '%E2%80%99',
    '%E2%80%9C',
    '%E2%80%9D',
    '%E2%80%A6',
    '%E2%80%B9',
    '%E2%80%BA',
    '%E3%80%81',
    '%E3%80%82',
    '%EF%BC%81',
    '%EF%BC%89',
    '%EF%BC%8C',
    '%EF%BC%9F',
  ])('takes %s off its end, and off no other place', (end) => {
    expect(repairFragment(`lang=ar${end}`)).toEqual({ fragment: 'lang=ar', repairs: ['ending'] })
    expect(repairFragment(`lang=ar${end}${end}`)).toEqual({ fragment: 'lang=ar', repairs: ['ending'] })
    expect(repairFragment(`actor=a${end}b`).repairs).toEqual([])
  })

  it.each(['/', '-', '_', '=', '~', '%2F', '%D8%A7'])('leaves %s at its end', (end) => {
    expect(repairFragment(`incident=a${end}`)).toEqual({ fragment: `incident=a${end}`, repairs: [] })
  })
})
