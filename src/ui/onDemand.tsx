import { lazy, Suspense, useState, type ComponentType } from 'react'

/** A component whose code is a piece of its own, fetched when it is first drawn or preloaded. */
export interface OnDemand<Props extends object> {
  Part: ComponentType<Props>
  /** Fetches the piece ahead of its first use; a failure is told by the first use. */
  preload: () => void
}

/** The code of a part could not be had: offline, or the page was published anew and its old pieces are gone. */
export class MissingCode extends Error {
  override readonly name = 'MissingCode'
}

/**
 * Makes a component out of what `load` resolves with. While the piece is on its way nothing is drawn; where it cannot
 * be had, drawing throws, and the next mount (the retry of a PanelBoundary) asks for it again.
 */
export function onDemand<Props extends object>(load: () => Promise<ComponentType<Props>>): OnDemand<Props> {
  const make = () =>
    lazy(() =>
      load().then(
        (part) => ({ default: part }),
        (reason: unknown) => {
          current = make()
          throw new MissingCode(String(reason))
        },
      ),
    )
  let current = make()
  function Part(props: Props) {
    const [Loaded] = useState(() => current)
    return (
      <Suspense fallback={null}>
        <Loaded {...props} />
      </Suspense>
    )
  }
  return { Part, preload: () => void load().catch(() => {}) }
}
