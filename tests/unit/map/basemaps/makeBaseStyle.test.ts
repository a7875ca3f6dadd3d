import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import type { LayerSpecification } from 'maplibre-gl'
import { afterEach, describe, expect, it } from 'vitest'
import type { Variant } from '../../../../src/basemaps/basemap.ts'
import { offeredBasemaps } from '../../../../src/basemaps/offeredBasemaps.ts'
import { languages } from '../../../../src/incidents/vocabulary.ts'
import { AFTER, PICTURE } from '../../../../src/map/basemaps/baseStyle.ts'
import { makeBaseStyle, type Showing } from '../../../../src/map/basemaps/makeBaseStyle.ts'
import { allowHosts } from '../../../../src/map/basemaps/remoteRequests.ts'
import { overlayIds, withOverlay } from '../../../../src/map/overlayStyle.ts'
import { themes } from '../../../../src/view/view.ts'
import { HOST, serveHost, type LoopbackHost } from './loopbackHost.ts'

let host: LoopbackHost
afterEach(() => {
  allowHosts([])
  host.close()
})

/** A host whose style, TileJSON and everything else is this text. */
async function serve(text: string, status = 200): Promise<void> {
  host = await serveHost((_, response) => {
    response.statusCode = status
    response.end(text)
  })
  allowHosts(['tiles.example'])
}

const never = new AbortController().signal
const plain: Showing = { theme: 'light', language: 'en', days: null }
const all = languages.flatMap((language) => themes.map((theme) => ({ language, theme })))
const variant = (map: Variant['map']): Variant => ({
  id: 'v',
  name: null,
  credit: [],
  acknowledgement: null,
  licence: null,
  map,
})
const styled = variant({ kind: 'style', light: `${HOST}/light`, dark: `${HOST}/dark` })
const idsOf = (layers: readonly LayerSpecification[]) => layers.map(({ id }) => id)

const STYLE = {
  version: 8,
  glyphs: `${HOST}/fonts/{fontstack}/{range}.pbf`,
  sprite: `${HOST}/sprite`,
  terrain: { source: 'area' },
  projection: { type: 'globe' },
  sources: { area: { type: 'vector', url: `${HOST}/planet` } },
  layers: [
    { id: 'heat', type: 'background' },
    { id: 'related', type: 'line', source: 'area', 'source-layer': 'roads' },
    {
      id: 'names',
      type: 'symbol',
      source: 'area',
      'source-layer': 'place',
      layout: {
        'text-field': '{name:latin}\n{name:nonlatin}',
        'text-font': ['Noto Sans Bold'],
        'text-letter-spacing': 0.2,
      },
    },
    {
      id: 'numbers',
      type: 'symbol',
      source: 'area',
      'source-layer': 'roads',
      layout: { 'text-field': ['get', 'ref'] },
    },
  ],
}

describe('the style of another host', () => {
  it('is taken by theme, without its fonts, camera and terrain, and apart from the overlays', async () => {
    await serve(JSON.stringify(STYLE))
    const { style, isAnyTone } = await makeBaseStyle(styled, { ...plain, theme: 'dark' }, never)
    expect(host.asked.map(({ url }) => url)).toEqual(['/dark'])
    expect(isAnyTone).toBe(false)
    expect(Object.keys(style).toSorted()).toEqual(['layers', 'sources', 'sprite', 'version'])
    const both = withOverlay(style, 'dark')
    expect(validateStyleMin(both)).toEqual([])
    const ids = idsOf(both.layers)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of overlayIds) expect(both.sources[id]).toMatchObject({ type: 'geojson' })
  })

  it('may be of any tone where it is the same in both themes', async () => {
    await serve(JSON.stringify(STYLE))
    const one = variant({ kind: 'style', light: `${HOST}/s`, dark: `${HOST}/s` })
    expect((await makeBaseStyle(one, plain, never)).isAnyTone).toBe(true)
  })

  it('names in the language of the page and in its fonts; numbers stay', async () => {
    await serve(JSON.stringify(STYLE))
    const { style } = await makeBaseStyle(styled, { ...plain, language: 'ar' }, never)
    const [names, numbers] = style.layers.slice(2)
    expect(names?.layout).toEqual({
      'text-field': ['coalesce', ['get', 'name:ar'], ['get', 'name_ar'], ['get', 'name']],
      'text-font': ['IBM Plex Sans', 'IBM Plex Sans Arabic', 'sans-serif'],
      'text-letter-spacing': 0,
    })
    expect(numbers?.layout).toMatchObject({ 'text-field': ['get', 'ref'] })
  })

  it.each([
    '{}',
    'null',
    '[]',
    '{"layers": [], "sources": null}',
    '<!doctype html>',
    '{"layers": 1, "sources": {}}',
  ])('is refused where it is none: %s', async (text) => {
    await serve(text)
    await expect(makeBaseStyle(styled, plain, never)).rejects.toThrow(/not a map style|JSON/)
  })

  it('is refused where the host refuses', async () => {
    await serve(JSON.stringify(STYLE), 503)
    await expect(makeBaseStyle(styled, plain, never)).rejects.toThrow('answered 503')
  })
})

describe('pictures', () => {
  const [daily] = offeredBasemaps['satellite-of-the-day'].variants
  const [sentinel] = offeredBasemaps['sentinel-2'].variants

  it.each(all)(
    'lie between the surfaces and the names of the built-in map: $language, $theme',
    async (look) => {
      await serve('')
      const { style } = await makeBaseStyle(sentinel, { ...look, days: null }, never)
      expect(validateStyleMin(withOverlay(style, look.theme, true))).toEqual([])
      const types = style.layers.map(({ type }) => type)
      // The first one is the relief.
      const picture = types.lastIndexOf('raster')
      expect(types.slice(0, picture)).not.toContain('symbol')
      expect(new Set(types.slice(picture + 1))).toEqual(new Set(['line', 'symbol']))
      expect(host.asked).toEqual([])
    },
  )

  it('have names with a halo', async () => {
    await serve('')
    const { style, isAnyTone } = await makeBaseStyle(sentinel, plain, never)
    expect(isAnyTone).toBe(true)
    const names = style.layers.filter(({ type }) => type === 'symbol')
    expect(names.length).toBeGreaterThan(0)
    for (const { paint } of names)
      expect(paint).toMatchObject({ 'text-color': '#ffffff', 'text-halo-color': '#10151a' })
  })

  it('of two days are two layers; of another day they have the same form', async () => {
    await serve('')
    const shown = (day: number, after: number | null) =>
      makeBaseStyle(daily, { ...plain, days: { day, after } }, never)
    const [one, next, two] = await Promise.all([
      shown(20_000, null),
      shown(20_001, null),
      shown(20_000, 20_002),
    ])
    expect(Object.keys(one.tiles)).toEqual([PICTURE])
    expect(next.form).toBe(one.form)
    expect(next.tiles).not.toEqual(one.tiles)
    expect(Object.keys(two.tiles)).toEqual([PICTURE, AFTER])
    expect(two.tiles[AFTER]).toContain('/2024-10-06/')
    expect(two.form).not.toBe(one.form)
    await expect(makeBaseStyle(daily, plain, never)).rejects.toThrow('needs a day')
  })

  it('that are maps themselves have no names over them', async () => {
    await serve('')
    const streets = variant({
      kind: 'raster',
      tiles: `${HOST}/{z}/{x}/{y}.png`,
      maxZoom: 18,
      tileSize: 256,
      imagery: false,
    })
    const { style } = await makeBaseStyle(streets, plain, never)
    expect(style.layers.filter(({ type }) => type === 'symbol')).toEqual([])
  })
})

describe('an extract of Protomaps', () => {
  const extract = variant({ kind: 'pmtiles', url: 'basemap/streets.pmtiles', whole: false })

  it.each(all)('has a valid style that asks no host for fonts or icons: $language, $theme', async (look) => {
    await serve('')
    const { style, isAnyTone } = await makeBaseStyle(extract, { ...look, days: null }, never)
    expect(validateStyleMin(withOverlay(style, look.theme))).toEqual([])
    expect(Object.values(style.sources)).toEqual([
      { type: 'vector', url: 'pmtiles://https://atlas.example/map/basemap/streets.pmtiles' },
    ])
    expect(style).not.toHaveProperty('glyphs')
    expect(style).not.toHaveProperty('sprite')
    const text = JSON.stringify(style.layers)
    expect(text).not.toMatch(/icon-image|Noto Sans/)
    expect(text).toContain(`name:${look.language}`)
    expect(isAnyTone).toBe(false)
    expect(host.asked).toEqual([])
  })

  it('differs by theme', async () => {
    await serve('')
    const [light, dark] = await Promise.all(
      themes.map((theme) => makeBaseStyle(extract, { ...plain, theme }, never)),
    )
    expect(light?.form).not.toBe(dark?.form)
  })
})
