/**
 * Calls `onChange` whenever the element's size or the device pixel ratio changes.
 * @param signal stops it when aborted
 */
export function followSize(element: HTMLElement, onChange: () => void, signal: AbortSignal): void {
  const observer = new ResizeObserver(onChange)
  observer.observe(element)
  signal.addEventListener('abort', () => observer.disconnect())
  followPixelRatio(onChange, signal)
}

/**
 * The ratio also changes without a resize, when the window moves to another screen. A media query matches one
 * ratio only, so a new one is made after each change.
 */
function followPixelRatio(onChange: () => void, signal: AbortSignal): void {
  const change = () => {
    onChange()
    followPixelRatio(onChange, signal)
  }
  matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', change, {
    once: true,
    signal,
  })
}

/** Size of an element in CSS pixels. */
export const sizeOf = ({ clientWidth, clientHeight }: HTMLElement) => ({
  width: clientWidth,
  height: clientHeight,
})
