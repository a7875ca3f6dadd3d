import type { Padding } from '../map/freeRoom.ts'
import type { TimelineHeight } from '../timeline/timelineHeight.ts'
import { USUAL_REM } from '../ui/useTextScale.ts'

/** `embed`: within another page. `phone`: too narrow for panels beside the map. */
export type LayoutKind = 'embed' | 'phone' | 'wide'

/** The parts of a phone's bottom sheet. */
export type SheetTab = 'list' | 'filters'

/** Which panels are open. */
export interface PanelState {
  /** The panels beside the map; a closed one leaves a rail with the button that opens it. */
  filters: boolean
  results: boolean
  /** Of the timeline below the map. */
  timeline: TimelineHeight
  /** The bottom sheet of a phone. */
  sheet: 'closed' | SheetTab
  /** Whether the panel that holds the search opened because of the search, which then takes the focus. */
  searching: boolean
}

/** Where the panels are laid out. */
export interface Surroundings {
  layout: LayoutKind
  /** Whether panels leave little of the map. */
  isNarrow: boolean
  isIncidentOpen: boolean
  /** Size of the page in CSS pixels. */
  page: { width: number; height: number }
  /** Size of text relative to the usual one. */
  scale: number
  /** Height of a phone's foot with its sheet closed, in CSS pixels; `null` until it has been measured. */
  foot: number | null
}

/** Whether an open incident covers the whole screen of a phone. It does until the map is asked for. */
export function isIncidentWhole(panels: PanelState, isIncidentOpen: boolean): boolean {
  return isIncidentOpen && panels.sheet === 'list'
}

/** CSS pixels between what the map is fitted to and a panel or the edge of the page. */
const GAP = 12

/** Sizes in CSS pixels at the usual size of text, with which they grow. */
const BAR = 48
const RAIL = 40
const FILTERS = 272
const RESULTS = { usual: 340, narrow: 292 }
/** Leaves 68 characters to a line of an incident's text. */
const INCIDENT = 526
const EMBEDDED_PANEL = 380
const TIMELINE: Readonly<Record<TimelineHeight, number>> = { line: 44, usual: 124, tall: 280 }
const LOW_TIMELINE = 104

/** Percentages of the page: at most of its width for an incident, and of its height for a tall timeline. */
const INCIDENT_SHARE = 46
const TALL_SHARE = 45

/** Below this height, in CSS pixels, the timeline is lower. */
const LOW_PAGE = 800

/** Heights of what is laid out by its content: below the map of a phone, until it has been measured, and above an embedded one. */
const PHONE_FOOT = 170
const EMBED_HEAD = 40

/** Percentage of a phone's height that the open bottom sheet takes. */
const SHEET = 58

/** A length in CSS: pixels that grow with the text, and a share of the page in percent that limits them. */
interface Length {
  pixels: number
  most?: { percent: number; of: 'width' | 'height' }
}

/** Height of a phone's foot with its sheet closed, in CSS pixels. */
function footHeight({ foot, scale }: Surroundings): number {
  return foot ?? scale * PHONE_FOOT
}

/** Sizes of the panels that are open, or of their rails. */
function lengths(panels: PanelState, { isNarrow, isIncidentOpen, layout, page }: Surroundings) {
  const results: Length = isIncidentOpen
    ? { pixels: INCIDENT, most: { percent: INCIDENT_SHARE, of: 'width' } }
    : { pixels: isNarrow ? RESULTS.narrow : RESULTS.usual }
  const height = layout === 'wide' ? panels.timeline : 'usual'
  const timeline: Length =
    height === 'tall'
      ? { pixels: TIMELINE.tall, most: { percent: TALL_SHARE, of: 'height' } }
      : { pixels: height === 'usual' && page.height < LOW_PAGE ? LOW_TIMELINE : TIMELINE[height] }
  const rail: Length = { pixels: RAIL }
  return {
    bar: { pixels: BAR } satisfies Length,
    filters: panels.filters ? { pixels: FILTERS } : rail,
    results: panels.results ? results : rail,
    'embedded-panel': { pixels: EMBEDDED_PANEL } satisfies Length,
    timeline,
  } as const
}

/** The sizes as custom properties, for the style sheets of the layouts: `--bar-size`, `--filters-size` ... */
export function panelSizes(
  panels: PanelState,
  around: Surroundings,
): Readonly<Record<`--${string}`, string>> {
  const css = ({ pixels, most }: Length) => {
    const rem = `${pixels / USUAL_REM}rem`
    return most ? `min(${rem}, ${most.percent}${most.of === 'width' ? 'vw' : 'dvh'})` : rem
  }
  return {
    '--panel-gap': `${GAP}px`,
    '--sheet-size': `${SHEET}dvh`,
    '--foot-size': `${footHeight(around)}px`,
    ...Object.fromEntries(
      Object.entries(lengths(panels, around)).map(([name, length]) => [`--${name}-size`, css(length)]),
    ),
  }
}

/** How far panels reach over the map, on a left-to-right page; LazyMap mirrors it. */
export function coveredMap(panels: PanelState, around: Surroundings): Padding {
  const { layout, isIncidentOpen, page, scale } = around
  const sizes = lengths(panels, around)
  const pixels = ({ pixels: usual, most }: Length) =>
    Math.min(scale * usual, most ? (most.percent / 100) * page[most.of] : Infinity)
  switch (layout) {
    case 'embed':
      return {
        top: scale * EMBED_HEAD + GAP,
        right: isIncidentOpen ? pixels(sizes['embedded-panel']) + 2 * GAP : GAP,
        bottom: pixels(sizes.timeline) + 2 * GAP,
        left: GAP,
      }
    case 'phone':
      return {
        top: pixels(sizes.bar) + GAP,
        right: GAP,
        // An incident that covers the whole screen counts as closed: the map is seen again once it is left.
        bottom:
          footHeight(around) +
          GAP +
          (panels.sheet === 'closed' || isIncidentWhole(panels, isIncidentOpen)
            ? 0
            : (SHEET / 100) * page.height),
        left: GAP,
      }
    case 'wide':
      return {
        top: pixels(sizes.bar) + GAP,
        right: pixels(sizes.results) + GAP,
        bottom: pixels(sizes.timeline) + GAP,
        left: pixels(sizes.filters) + GAP,
      }
  }
}

/** The same distances on a right-to-left page. */
export function mirrored(padding: Padding): Padding {
  return { ...padding, left: padding.right, right: padding.left }
}
