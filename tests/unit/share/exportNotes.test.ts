import { describe, expect, it } from 'vitest'
import type { DatasetAbout } from '../../../src/incidents/incident.ts'
import { exportNotes } from '../../../src/share/exportNotes.ts'

const about: DatasetAbout = {
  title: { en: 'Invented incidents' },
  description: { en: 'Nothing real' },
  publisher: 'Us',
  licence: { name: 'CC0', url: 'https://example.org/cc0' },
  citation: 'Us:\n Invented incidents',
  coverage: { en: 'All' },
  languages: ['en'],
  updated: '2025-11-01',
}

describe('exportNotes', () => {
  it('has a line for each fact, and the filters as the address writes them', () => {
    const fragment = 'from=2025-01-01&map=6/35/38&q=a%26b&theme=dark&type=battles,riots'
    expect(
      exportNotes({ about, version: 'abc', link: `https://example.org/#${fragment}`, fragment }),
    ).toEqual([
      'Data set: Invented incidents',
      'Publisher: Us',
      'Licence: CC0 https://example.org/cc0',
      'Citation: Us: Invented incidents',
      'Updated: 2025-11-01',
      'Version: abc',
      `Address of the view: https://example.org/#${fragment}`,
      'Filters: from=2025-01-01; q=a&b; type=battles,riots',
    ])
  })

  it('says where nothing is filtered', () => {
    expect(exportNotes({ about, version: 'abc', link: 'https://example.org/', fragment: '' })).toContain(
      'Filters: none',
    )
  })
})
