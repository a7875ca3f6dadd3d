/** How far a press may move and still be a click, in CSS pixels: fingers are less steady than a mouse. */
const SLOP = { mouse: 4, touch: 10 } as const

/**
 * What a press on the bars is: a click so far, a drag along the axis, or neither, as it has left its bar
 * upwards or downwards.
 */
export type PressWay = 'still' | 'along' | 'away'

/**
 * @param right, down CSS pixels from where the press began
 * @param pointerType of the pointer event
 */
export function pressWay(right: number, down: number, pointerType: string): PressWay {
  const slop = pointerType === 'touch' ? SLOP.touch : SLOP.mouse
  if (Math.max(Math.abs(right), Math.abs(down)) < slop) return 'still'
  return Math.abs(right) >= Math.abs(down) ? 'along' : 'away'
}
