import type { Theme } from '../view/view.ts'

/**
 * Colours of the heat map, from low to high. `share`: density at which a colour applies, 0 to 1, where 1 is the
 * highest in sight.
 */
export const heatScale: Readonly<Record<Theme, readonly (readonly [share: number, colour: string])[]>> = {
  // The first colour is the second at zero opacity, so that the fringe fades out without darkening.
  light: [
    [0, 'rgba(246, 196, 106, 0)'],
    [0.08, 'rgba(246, 196, 106, 0.35)'],
    [0.3, '#f0a93a'],
    [0.6, '#d9601a'],
    [0.85, '#a62f12'],
    [1, '#6b1409'],
  ],
  dark: [
    [0, 'rgba(122, 62, 20, 0)'],
    [0.08, 'rgba(122, 62, 20, 0.45)'],
    [0.3, '#b4581a'],
    [0.6, '#e8912d'],
    [0.85, '#f9cf73'],
    [1, '#fff6d8'],
  ],
}
