/** How high the timeline is: folded to one line, as usual, or tall. */
export type TimelineHeight = 'line' | 'usual' | 'tall'
