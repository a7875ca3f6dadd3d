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
  /** Line around what is of the user's own files. */
  own: string
}

/**
 * The colours by theme. `outline`, `accent` and `own` equal --type-outline, --accent and --warn of ui/tokens.css; a test
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
    own: '#8a4b00',
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
    own: '#f2b866',
  },
}
