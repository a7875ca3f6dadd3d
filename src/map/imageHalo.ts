import type { CellImage } from './drawCell.ts'

/** Width of the halo in CSS pixels. */
export const HALO = 2
/** Directions in which the image is shifted to make its halo. */
const DIRECTIONS = 16

/**
 * The image with a halo around its outline, so that it stands out from a ground of any tone.
 * @param density image pixels per CSS pixel
 * @throws Error if the browser gives no 2D context
 */
export function withHalo({ canvas: inner, radius }: CellImage, colour: string, density: number): CellImage {
  const canvas = document.createElement('canvas')
  const room = Math.ceil(HALO * density)
  canvas.width = inner.width + 2 * room
  canvas.height = inner.height + 2 * room
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas to draw cells on')
  for (let turn = 0; turn < DIRECTIONS; turn += 1) {
    const angle = (2 * Math.PI * turn) / DIRECTIONS
    context.drawImage(inner, room + Math.cos(angle) * room, room + Math.sin(angle) * room)
  }
  context.globalCompositeOperation = 'source-in'
  context.fillStyle = colour
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.globalCompositeOperation = 'source-over'
  context.drawImage(inner, room, room)
  return { canvas, radius: radius + room / density }
}
