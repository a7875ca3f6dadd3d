import { afterEach, describe, expect, it, vi } from 'vitest'
import { hostGestures } from '../../../src/map/hostGestures.ts'
import { cameraOptions, libraryOptions } from '../../../src/map/libraryOptions.ts'
import type { MapOptions } from '../../../src/map/mapHandlers.ts'

const options: MapOptions = {
  theme: 'light',
  language: 'en',
  mode: 'cells',
  camera: null,
  extent: null,
  padding: { top: 0, right: 0, bottom: 0, left: 0 },
  formatCount: String,
  reducedMotion: false,
  isFlat: false,
  embedded: null,
}
const camera = { zoom: 6, lat: 35, lng: 37, bearing: 10, pitch: 20 }

afterEach(() => vi.unstubAllGlobals())

describe('the options of the map library', () => {
  it('have the camera only if there is one', () => {
    expect(libraryOptions({ ...options, camera })).toMatchObject(cameraOptions(camera))
    expect(cameraOptions(camera)).toEqual({ center: { lng: 37, lat: 35 }, zoom: 6, bearing: 10, pitch: 20 })
    expect(libraryOptions(options)).not.toHaveProperty('center')
  })

  it('hand requests for other hosts to the page’s own protocol', () => {
    vi.stubGlobal('location', { origin: 'https://atlas.example' })
    const { transformRequest } = libraryOptions(options)
    expect(transformRequest?.('https://tiles.example/1')).toEqual({ url: 'remote://tiles.example/1' })
    expect(transformRequest?.('https://atlas.example/1')).toEqual({ url: 'https://atlas.example/1' })
  })

  it('fade nothing under reduced motion', () => {
    expect(libraryOptions(options).fadeDuration).toBeGreaterThan(0)
    expect(libraryOptions({ ...options, reducedMotion: true }).fadeDuration).toBe(0)
  })

  it('keep what is drawn of a picture, at its own density', () => {
    expect(libraryOptions({ ...options, pictureDensity: 2 })).toMatchObject({
      pixelRatio: 2,
      canvasContextAttributes: { preserveDrawingBuffer: true },
    })
    expect(libraryOptions(options)).not.toHaveProperty('pixelRatio')
  })

  it('leave the wheel and one finger to a surrounding page, and say so in its language', () => {
    const embedded = hostGestures({ wheelWith: (key) => `hold ${key}`, twoFingers: 'two' })
    expect(libraryOptions({ ...options, embedded })).toMatchObject({
      cooperativeGestures: true,
      locale: {
        'CooperativeGesturesHandler.WindowsHelpText': 'hold Ctrl',
        'CooperativeGesturesHandler.MacHelpText': 'hold ⌘',
        'CooperativeGesturesHandler.MobileHelpText': 'two',
      },
    })
    expect(libraryOptions(options)).not.toHaveProperty('cooperativeGestures')
  })
})
