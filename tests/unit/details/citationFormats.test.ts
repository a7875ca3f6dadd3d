import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { citationFile, type CitedIncident } from '../../../src/details/citationFormats.ts'
import { propertyRuns } from '../../propertyRuns.ts'

const cited: CitedIncident = {
  id: '2025-10-22-harem',
  title: 'Clashes: 50% of "A & B" {x}_y\nsecond line',
  dataset: 'Invented incidents',
  publisher: 'Watch, The',
  language: 'en',
  updated: '2025-10-31',
  accessed: '2026-01-05',
  url: 'https://example.org/map/#incident=2025-10-22-harem&q=%23a_{b}',
}

describe('citations for reference managers', () => {
  it('escape in BibTeX what LaTeX does not print', () => {
    const { text, extension } = citationFile('bibtex', cited)
    expect(extension).toBe('bib')
    expect(text).toBe(
      [
        '@misc{2025-10-22-harem,',
        '  author = {{Watch, The}},',
        String.raw`  title = {{Clashes: 50\% of "A \& B" \{x\}\_y second line}},`,
        '  howpublished = {Invented incidents},',
        '  publisher = {Watch, The},',
        '  year = {2025},',
        '  date = {2025-10-31},',
        '  url = {https://example.org/map/#incident=2025-10-22-harem&q=%23a_%7Bb%7D},',
        '  urldate = {2026-01-05},',
        '  note = {Incident 2025-10-22-harem},',
        '  langid = {english},',
        '}',
        '',
      ].join('\n'),
    )
  })

  it('are lines of RIS that end by CRLF, the last tag ER', () => {
    const { text } = citationFile('ris', { ...cited, language: 'ar', title: 'اشتباك\r\nER  - ' })
    const lines = text.split('\r\n')
    expect(lines[0]).toBe('TY  - DATA')
    expect(lines).toContain('TI  - اشتباك ER -')
    expect(lines).toContain('AU  - Watch The')
    expect(lines).toContain('DA  - 2025/10/31')
    expect(lines).toContain('Y2  - 2026/01/05')
    expect(lines).toContain('LA  - ar')
    expect(lines.slice(-2)).toEqual(['ER  - ', ''])
  })

  it('are items of CSL-JSON', () => {
    expect(JSON.parse(citationFile('csl', cited).text)).toEqual([
      {
        id: '2025-10-22-harem',
        type: 'entry',
        title: 'Clashes: 50% of "A & B" {x}_y second line',
        'container-title': 'Invented incidents',
        author: [{ literal: 'Watch, The' }],
        publisher: 'Watch, The',
        issued: { 'date-parts': [[2025, 10, 31]] },
        accessed: { 'date-parts': [[2026, 1, 5]] },
        URL: cited.url,
        language: 'en',
      },
    ])
  })

  it('name no publisher where nobody says who it is', () => {
    const texts = (['bibtex', 'ris', 'csl'] as const).map(
      (format) => citationFile(format, { ...cited, publisher: '' }).text,
    )
    expect(texts.join('')).not.toMatch(/author|publisher|AU {2}-|PB {2}-/)
  })

  it('stay of their form whatever a title holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (title) => {
        const bibtex = citationFile('bibtex', { ...cited, title }).text
        const braces = bibtex.replaceAll(/\\[{}]/g, '')
        expect(braces.split('{').length).toBe(braces.split('}').length)
        expect(bibtex.trimEnd().split('\n')).toHaveLength(12)
        expect(citationFile('ris', { ...cited, title }).text.split('\r\n')).toHaveLength(13)
      }),
      { numRuns: propertyRuns(1_000) },
    )
  })
})
