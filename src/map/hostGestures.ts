import type { MapOptions } from 'maplibre-gl'

/** How to move and zoom a map that lies within another page, in the reader's language. */
export interface GestureWords {
  /** @param key as it is printed on the keyboard */
  wheelWith: (key: string) => string
  twoFingers: string
}

export type HostGestures = Pick<MapOptions, 'cooperativeGestures' | 'locale'>

/** The wheel and one finger scroll the page around the map; the map says what moves and zooms itself. */
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
