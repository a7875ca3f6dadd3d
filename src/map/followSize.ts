/** Tells when an element's size changes, or how many pixels of the screen go to one of its own. */
export function followSize(element: HTMLElement, onChange: () => void, signal: AbortSignal): void {
  const observer = new ResizeObserver(onChange)
  observer.observe(element)
  signal.addEventListener('abort', () => observer.disconnect())
  followPixelRatio(onChange, signal)
}

/** It changes where the window goes to another screen, also where its size does not. */
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
