import type { Basemap } from '../../basemaps/basemap.ts'

declare const __BASEMAPS__: readonly Basemap[]

/** The basemaps that this site offers, from data/site.yaml; inserted by the build. */
export const offered: readonly Basemap[] = __BASEMAPS__
