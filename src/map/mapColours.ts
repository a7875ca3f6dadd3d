import type { Theme } from '../view/view.ts'

/** Colours of the built-in basemap and of what is drawn over it. Values are CSS colours. */
export interface MapColours {
  water: string
  land: string
  /** Built-up areas. */
  urban: string
  river: string
  division: string
  border: string
  /** Names. */
  country: string
  divisionName: string
  town: string
  village: string
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
    water: '#dee8ec',
    land: '#f7f3ea',
    urban: '#e6ddcc',
    river: '#bccfd9',
    division: '#d3cab8',
    border: '#928976',
    country: '#4d473b',
    divisionName: '#554e41',
    town: '#33363a',
    village: '#4b4a47',
    halo: '#faf7f0',
    outline: '#22262c',
    disc: '#ffffff',
    ink: '#1d2127',
    accent: '#0b5c8a',
    own: '#8a4b00',
  },
  dark: {
    water: '#0d1217',
    land: '#1d2329',
    urban: '#2b323a',
    river: '#1f3f52',
    division: '#323b44',
    border: '#66707b',
    country: '#a9b0b8',
    divisionName: '#a6aeb6',
    town: '#c8cdd3',
    village: '#b0b6bd',
    halo: '#14191e',
    outline: '#f4f2ec',
    disc: '#262c33',
    ink: '#f1efe9',
    accent: '#7cc0ec',
    own: '#f2b866',
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
