import { describe, expect, it } from 'vitest'
import { cellKind } from '../../../../src/ingest/readers/cellKind.ts'

describe('cellKind', () => {
  it.each([
    ['', 'empty'],
    ['36.21', 'number'],
    ['2025-10-20', 'date'],
    ['14:05', 'time'],
    ['https://example.org/a', 'address'],
    ['event_type', 'word'],
    ['side-a', 'word'],
    ['a -b', 'text'],
    ['two words', 'text'],
  ])('%j is %s', (cell, kind) => {
    expect(cellKind(cell)).toBe(kind)
  })

  it('tells a long word that ends in another character from a word without trying all its parts', () => {
    expect(cellKind(`${'a'.repeat(59)}!`)).toBe('text')
  })
})
