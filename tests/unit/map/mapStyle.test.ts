import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, it } from 'vitest'
import { languages } from '../../../src/incidents/vocabulary.ts'
import { basemapStyle } from '../../../src/map/mapStyle.ts'
import { withOverlay } from '../../../src/map/overlayStyle.ts'
import { themes } from '../../../src/view/view.ts'

const all = languages.flatMap((language) => themes.map((theme) => ({ language, theme })))

describe('the style of the map', () => {
  it.each(all)('is valid in $language, $theme', ({ language, theme }) => {
    const style = withOverlay(basemapStyle(theme, language), theme)
    expect(validateStyleMin(style)).toEqual([])
  })

  it('asks nothing of another host', () => {
    expect(JSON.stringify(withOverlay(basemapStyle('light', 'en'), 'light'))).not.toMatch(/https?:/)
  })

  it('dashes disputed borders only', () => {
    const dashed = basemapStyle('light', 'en').layers.filter(
      ({ id, paint }) => id.startsWith('borders') && paint && 'line-dasharray' in paint,
    )
    expect(dashed.map(({ id }) => id)).toEqual(['borders-disputed'])
  })

  it('names countries in the language of the page, without letter spacing in Arabic', () => {
    const arabic = JSON.stringify(basemapStyle('light', 'ar').layers)
    expect(arabic).toContain('سوريا')
    const spacing = basemapStyle('light', 'ar').layers.flatMap(({ layout }) =>
      layout && 'text-letter-spacing' in layout ? [layout['text-letter-spacing']] : [],
    )
    expect(new Set(spacing)).toEqual(new Set([0]))
  })
})
