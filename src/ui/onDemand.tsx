import { lazy, Suspense, useState, type ComponentType } from 'react'

/** A component whose code is loaded when it is first rendered or preloaded. */
export interface OnDemand<Props extends object> {
  Part: ComponentType<Props>
  /** Loads the code ahead of its first use. A failure is reported by the first use. */
  preload: () => void
}

/**
 * The code of a component could not be loaded: the device is offline, or the page was published again and its
 * old files are gone.
 */
export class MissingCode extends Error {
  override readonly name = 'MissingCode'
}

/**
 * A component that renders what `load` resolves with. Nothing is rendered while it loads. If that fails,
 * rendering throws MissingCode, and the next mount, as by the retry of a PanelBoundary, loads again.
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
