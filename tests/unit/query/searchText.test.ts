import { describe, expect, it } from 'vitest'
import { readSearch, searchWords, unsupportedCommands } from '../../../src/query/searchText.ts'

const text = (search: Partial<{ words: string[]; phrases: string[][]; excluded: string[] }>) => ({
  kind: 'text',
  search: { words: [], phrases: [], excluded: [], ...search },
})

describe('readSearch', () => {
  it.each([
    ['', { kind: 'none' }],
    ['  - "" ', { kind: 'none' }],
    ['Harem clash', text({ words: ['harem', 'clash'] })],
    ['harem -omsen', text({ words: ['harem'], excluded: ['omsen'] })],
    ['"French camp" x', text({ words: ['x'], phrases: [['french', 'camp']] })],
    ['«مخيم الفرنسيين»', text({ phrases: [['مخيم', 'الفرنسيين']] })],
    ['“unfinished phrase', text({ phrases: [['unfinished', 'phrase']] })],
    ['al-Ghuraba', text({ phrases: [['al', 'ghuraba']] })],
    ['https://www.example.org/a/?utm_source=x', { kind: 'address', address: 'example.org/a' }],
    ['example.org/a', { kind: 'address', address: 'example.org/a' }],
    ['https://www.example.org/', text({ phrases: [['example', 'org']] })],
    ['www.example.org', text({ phrases: [['www', 'example', 'org']] })],
    ['camp -"" -… ""', text({ words: ['camp'] })],
  ])('%j', (typed, reading) => {
    expect(readSearch(typed)).toEqual(reading)
  })

  it('searchWords gives the words to highlight, without the excluded ones', () => {
    expect(searchWords('harem -omsen "french camp"')).toEqual(['harem', 'french', 'camp'])
    expect(searchWords('https://example.org/a')).toEqual([])
  })
})

describe('unsupportedCommands', () => {
  it.each([
    ['harem OR idlib', ['OR']],
    ['(harem AND camp) NOT omsen', ['(', 'AND', ')', 'NOT']],
    ['actor:omsen place:Harem', ['actor:', 'place:']],
    ['-tag:siege', ['tag:']],
    ['المكان:حارم', ['المكان:']],
    ['OR OR', ['OR']],
    ['harem or idlib, and not ORD', []],
    ['"harem OR (camp)"', []],
    ['10:30', []],
    ['xOR ORx', []],
    ['camp https://example.org/(a)', []],
    ['https://example.org/a_(b)?q=x:y', []],
    ['', []],
  ])('%j', (typed, named) => {
    expect(unsupportedCommands(typed)).toEqual(named)
  })
})
