import type { LayerSpecification } from 'maplibre-gl'
import type { Theme } from '../view/view.ts'

/** Level of flat land in the pictures of the relief, which have 0 (in the shade) to 255 (in the light). */
const FLAT = 128
/** Levels this near to it are flat too: what compression leaves there is noise. */
const STILL = 4

/** What the land is covered with at its darkest and lightest slopes; `opacity` 0 to 1. */
export const reliefTones: Readonly<
  Record<Theme, { shade: { colour: string; opacity: number }; light: { colour: string; opacity: number } }>
> = {
  light: { shade: { colour: '#7a6a52', opacity: 0.34 }, light: { colour: '#ffffff', opacity: 0.7 } },
  dark: { shade: { colour: '#05080b', opacity: 0.55 }, light: { colour: '#93a6b8', opacity: 0.13 } },
}

/** The layer that lays shade and light over the land. Its pictures are coarse, so it fades out close up. */
export const reliefLayer: LayerSpecification = {
  id: 'relief',
  type: 'raster',
  source: 'relief',
  paint: {
    'raster-opacity': ['interpolate', ['linear'], ['zoom'], 0, 0.8, 4, 1, 6, 0.9, 8, 0.55, 11, 0.2],
    'raster-fade-duration': 0,
  },
}

/**
 * A picture of the relief in the colours of a theme. The library could colour it while it draws, which takes a computer
 * without a graphics card longer than all the rest of a frame.
 * @param picture grey, encoded as WebP
 * @throws DOMException where it is no picture
 */
export async function colourRelief(picture: ArrayBuffer, theme: Theme): Promise<ImageBitmap> {
  // Its pixels are data, which no colour profile of a screen may change.
  const grey = await createImageBitmap(new Blob([picture]), { colorSpaceConversion: 'none' })
  const canvas = document.createElement('canvas')
  canvas.width = grey.width
  canvas.height = grey.height
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('the browser has no canvas')
  context.drawImage(grey, 0, 0)
  grey.close()
  const image = context.getImageData(0, 0, canvas.width, canvas.height)
  colourLevels(image.data, theme)
  return createImageBitmap(image)
}

/** Gives grey pixels the colour and opacity of their level. @param pixels red, green, blue, alpha of each */
export function colourLevels(pixels: Uint8ClampedArray, theme: Theme): void {
  const { shade, light } = reliefTones[theme]
  const [shadeRgb, lightRgb] = [channelsOf(shade.colour), channelsOf(light.colour)]
  for (let at = 0; at < pixels.length; at += 4) {
    const level = pixels[at] ?? FLAT
    const [rgb, opacity] =
      level < FLAT
        ? ([shadeRgb, shade.opacity * Math.max(0, 1 - level / (FLAT - STILL))] as const)
        : ([lightRgb, light.opacity * Math.max(0, (level - FLAT - STILL) / (255 - FLAT - STILL))] as const)
    pixels[at] = rgb[0]
    pixels[at + 1] = rgb[1]
    pixels[at + 2] = rgb[2]
    pixels[at + 3] = 255 * opacity
  }
}

/** @param colour `#rrggbb` */
function channelsOf(colour: string): readonly [red: number, green: number, blue: number] {
  const channel = (at: number) => Number.parseInt(colour.slice(at, at + 2), 16)
  return [channel(1), channel(3), channel(5)]
}
