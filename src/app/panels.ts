/** `embed`: within another page. `phone`: too narrow for panels beside the map. */
export type LayoutKind = 'embed' | 'phone' | 'wide'

/** What the phone's bottom sheet shows. */
export type SheetTab = 'list' | 'filters'

export interface PanelState {
  /** Whether the panels beside the map are open. */
  filters: boolean
  results: boolean
  /** The bottom sheet of a phone. */
  sheet: 'closed' | SheetTab
  /** The search was asked for: the panel that holds it comes with the focus in it. */
  searching: boolean
}

/** On a phone an open incident takes the whole screen, until the map is asked for. */
export function isIncidentWhole(panels: PanelState, isIncidentOpen: boolean): boolean {
  return isIncidentOpen && panels.sheet === 'list'
}

/** CSS pixels, the same as in Workspace.css; all but the gap grow with the text. */
const GAP = 12
const BAR = 48
const FILTERS = 320
const RESULTS = 400
const TIMELINE = 140
const PHONE_FOOT = 150
const EMBED_HEAD = 40
const EMBED_INCIDENT = 380
/** Share of a phone's height that the open sheet takes. */
const SHEET = 0.58

export interface Padding {
  top: number
  right: number
  bottom: number
  left: number
}

/**
 * How far panels reach over the map from each edge, in CSS pixels of the left-to-right page; the app mirrors it.
 * @param scale how much larger than usual the text is
 */
export function coveredMap(
  layout: LayoutKind,
  panels: PanelState,
  isIncidentOpen: boolean,
  pageHeight: number,
  scale: number,
): Padding {
  switch (layout) {
    case 'embed':
      return {
        top: scale * EMBED_HEAD + GAP,
        right: isIncidentOpen ? scale * EMBED_INCIDENT + 2 * GAP : GAP,
        bottom: scale * TIMELINE + 2 * GAP,
        left: GAP,
      }
    case 'phone':
      return {
        top: scale * BAR + GAP,
        right: GAP,
        // What takes the whole screen leaves the map as it will be seen afterwards.
        bottom:
          scale * PHONE_FOOT +
          (panels.sheet === 'closed' || isIncidentWhole(panels, isIncidentOpen) ? 0 : SHEET * pageHeight),
        left: GAP,
      }
    case 'wide':
      return {
        top: scale * BAR + GAP,
        right: panels.results ? scale * RESULTS + 2 * GAP : GAP,
        bottom: scale * TIMELINE + 2 * GAP,
        left: panels.filters ? scale * FILTERS + 2 * GAP : GAP,
      }
  }
}

/** The same for a page that runs right to left. */
export function mirrored(padding: Padding): Padding {
  return { ...padding, left: padding.right, right: padding.left }
}
