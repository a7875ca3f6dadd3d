import type { MapOptions } from 'maplibre-gl'

/** Instructions for an embedded map, in the reader's language. */
export interface GestureWords {
  /** @param key name of the key as printed on the keyboard */
  wheelWith: (key: string) => string
  twoFingers: string
}

/** The library's options for a map within another page. */
export type HostGestures = Pick<MapOptions, 'cooperativeGestures' | 'locale'>

/**
 * Options by which the wheel and one finger scroll the surrounding page, and the map says how to move and zoom
 * it.
 */
export function hostGestures(words: GestureWords): HostGestures {
  return {
    cooperativeGestures: true,
    locale: {
      'CooperativeGesturesHandler.WindowsHelpText': words.wheelWith('Ctrl'),
      'CooperativeGesturesHandler.MacHelpText': words.wheelWith('⌘'),
      'CooperativeGesturesHandler.MobileHelpText': words.twoFingers,
    },
  }
}
