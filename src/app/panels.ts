import type { Padding } from '../map/freeRoom.ts'

/** `embed`: within another page. `phone`: too narrow for panels beside the map. */
export type LayoutKind = 'embed' | 'phone' | 'wide'

/** The parts of a phone's bottom sheet. */
export type SheetTab = 'list' | 'filters'

/** Which panels are open. */
export interface PanelState {
  /** The panels beside the map. */
  filters: boolean
  results: boolean
  /** The bottom sheet of a phone. */
  sheet: 'closed' | SheetTab
  /** Whether the panel that holds the search opened because of the search, which then takes the focus. */
  searching: boolean
}

/** Whether an open incident covers the whole screen of a phone. It does until the map is asked for. */
export function isIncidentWhole(panels: PanelState, isIncidentOpen: boolean): boolean {
  return isIncidentOpen && panels.sheet === 'list'
}

/** CSS pixels between panels, and between a panel and the edge of the page. */
const GAP = 12

/** Sizes of panels in CSS pixels at the usual size of text, with which they grow. */
const SIZES = {
  /** Height of the bar at the top. */
  bar: 48,
  /** Widths of the panels beside the map. */
  filters: 320,
  results: 400,
  'embedded-panel': 380,
  /** Height of the timeline below the map. */
  timeline: 140,
}

/** Heights of what a phone shows below the map, and an embedded page above it: laid out by their content. */
const PHONE_FOOT = 150
const EMBED_HEAD = 40

/** Percentage of a phone's height that the open bottom sheet takes. */
const SHEET = 58

/** CSS pixels of a rem at the usual size of text. */
const ROOT_FONT = 16

/** The sizes as custom properties, for the style sheets of the layouts: `--bar-size`, `--filters-size` ... */
export const panelSizes: Readonly<Record<`--${string}`, string>> = {
  '--panel-gap': `${GAP}px`,
  '--sheet-size': `${SHEET}dvh`,
  ...Object.fromEntries(
    Object.entries(SIZES).map(([name, pixels]) => [`--${name}-size`, `${pixels / ROOT_FONT}rem`]),
  ),
}

/**
 * How far panels reach over the map, on a left-to-right page; LazyMap mirrors it.
 * @param pageHeight CSS pixels
 * @param scale size of text relative to the usual one
 */
export function coveredMap(
  layout: LayoutKind,
  panels: PanelState,
  isIncidentOpen: boolean,
  pageHeight: number,
  scale: number,
): Padding {
  const below = scale * SIZES.timeline + 2 * GAP
  const beside = (width: number, isOpen: boolean) => (isOpen ? scale * width + 2 * GAP : GAP)
  switch (layout) {
    case 'embed':
      return {
        top: scale * EMBED_HEAD + GAP,
        right: beside(SIZES['embedded-panel'], isIncidentOpen),
        bottom: below,
        left: GAP,
      }
    case 'phone':
      return {
        top: scale * SIZES.bar + GAP,
        right: GAP,
        // An incident that covers the whole screen counts as closed: the map is seen again once it is left.
        bottom:
          scale * PHONE_FOOT +
          (panels.sheet === 'closed' || isIncidentWhole(panels, isIncidentOpen)
            ? 0
            : (SHEET / 100) * pageHeight),
        left: GAP,
      }
    case 'wide':
      return {
        top: scale * SIZES.bar + GAP,
        right: beside(SIZES.results, panels.results),
        bottom: below,
        left: beside(SIZES.filters, panels.filters),
      }
  }
}

/** The same distances on a right-to-left page. */
export function mirrored(padding: Padding): Padding {
  return { ...padding, left: padding.right, right: padding.left }
}
