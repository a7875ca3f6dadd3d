import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { drawRectangle } from '../../../src/map/drawRectangle.ts'
import type { Bounds } from '../../../src/incidents/place.ts'

beforeEach(() => vi.stubGlobal('document', new EventTarget()))
afterEach(() => vi.unstubAllGlobals())

/** A map whose degrees are its pixels, ready for a drag. */
function drawing() {
  const element = Object.assign(new EventTarget(), { setPointerCapture() {} })
  const preview = vi.fn<(area: Bounds | null) => void>()
  const onDone = vi.fn<(area: Bounds | null) => void>()
  const cornerAt = ({ clientX, clientY }: PointerEvent) => ({ lng: clientX, lat: -clientY })
  const stop = drawRectangle({ element: element as unknown as HTMLElement, cornerAt, preview }, onDone)
  const send = (type: string, clientX: number, clientY: number) =>
    element.dispatchEvent(Object.assign(new Event(type), { clientX, clientY, pointerId: 1 }))
  return { send, preview, onDone, stop }
}

function press(key: string) {
  const event = Object.assign(new Event('keydown'), { key })
  const stopped = vi.spyOn(event, 'stopPropagation')
  document.dispatchEvent(event)
  return stopped
}

describe('drawing a rectangle', () => {
  it('shows it while it is drawn, and ends with its bounds, in whichever direction', () => {
    const { send, preview, onDone } = drawing()
    send('pointerdown', 30, 20)
    send('pointermove', 25, 15)
    expect(preview).toHaveBeenLastCalledWith({ west: 25, east: 30, south: -20, north: -15 })
    send('pointerup', 10, 5)
    expect(onDone.mock.calls).toEqual([[{ west: 10, east: 30, south: -20, north: -5 }]])
    send('pointerdown', 1, 1)
    send('pointerup', 2, 2)
    expect(onDone).toHaveBeenCalledTimes(1)
  })

  it('ends without one if the drag has no extent, or is cancelled by the system', () => {
    for (const [type, x] of [
      ['pointerup', 30],
      ['pointercancel', 10],
    ] as const) {
      const { send, onDone } = drawing()
      send('pointerdown', 30, 20)
      send(type, x, 5 + (x === 30 ? 15 : 0))
      expect(onDone.mock.calls).toEqual([[null]])
    }
  })

  it('ends without one by Escape, which goes no further', () => {
    const { onDone } = drawing()
    expect(press('a')).not.toHaveBeenCalled()
    expect(press('Escape')).toHaveBeenCalledOnce()
    expect(onDone.mock.calls).toEqual([[null]])
  })

  it('can be stopped without an end', () => {
    const { send, onDone, stop } = drawing()
    stop()
    send('pointerdown', 30, 20)
    send('pointerup', 10, 5)
    press('Escape')
    expect(onDone).not.toHaveBeenCalled()
  })
})
