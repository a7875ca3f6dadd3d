import type { Theme } from '../view/view.ts'

/** Colours of the built-in basemap and of what is drawn over it. Values are CSS colours. */
export interface MapColours {
  water: string
  land: string
  division: string
  border: string
  country: string
  town: string
  halo: string
  /** Outline of cells. */
  outline: string
  /** Inside of discs and of hollow shapes. */
  disc: string
  /** Counts in discs. */
  ink: string
  accent: string
}

/**
 * The colours by theme. `outline` and `accent` equal --type-outline and --accent of ui/tokens.css; a test
 * compares them.
 */
export const mapColours: Readonly<Record<Theme, MapColours>> = {
  light: {
    water: '#dfe6ea',
    land: '#faf8f3',
    division: '#d8d2c4',
    border: '#9b9484',
    country: '#6d675a',
    town: '#4a4d52',
    halo: '#faf8f3',
    outline: '#22262c',
    disc: '#ffffff',
    ink: '#1d2127',
    accent: '#0b5c8a',
  },
  dark: {
    water: '#10151a',
    land: '#1e242b',
    division: '#2f3740',
    border: '#66707b',
    country: '#99a1aa',
    town: '#b9bfc6',
    halo: '#171c22',
    outline: '#f4f2ec',
    disc: '#262c33',
    ink: '#f1efe9',
    accent: '#7cc0ec',
  },
}

/**
 * Colours over ground of any tone, as in photographs: each has a halo of the opposite tone, so that one of the two
 * stands out. They are the same in both themes, but for `markHalo`, the halo of marks, whose outline follows the theme.
 */
export const onImagery = {
  line: '#ffffff',
  label: '#ffffff',
  halo: '#10151a',
  /** CSS pixels. */
  haloWidth: 1.6,
  markHalo: { light: '#ffffff', dark: '#0c1014' } satisfies Record<Theme, string>,
}
