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
export function reliefLayer(theme: Theme): LayerSpecification {
  const { shade, light } = reliefTones[theme]
  const none = (colour: string) => transparent(colour, 0)
  return {
    id: 'relief',
    type: 'color-relief',
    source: 'relief',
    paint: {
      'color-relief-color': [
        'interpolate',
        ['linear'],
        ['elevation'],
        0,
        transparent(shade.colour, shade.opacity),
        FLAT - STILL,
        none(shade.colour),
        FLAT,
        none(light.colour),
        FLAT + STILL,
        none(light.colour),
        255,
        transparent(light.colour, light.opacity),
      ],
      'color-relief-opacity': ['interpolate', ['linear'], ['zoom'], 0, 0.8, 4, 1, 6, 0.9, 8, 0.55, 11, 0.2],
    },
  }
}

/** `#rrggbb` with an opacity from 0 to 1, as a CSS colour. */
function transparent(colour: string, opacity: number): string {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
  return `rgba(${red}, ${green}, ${blue}, ${opacity})`
}
