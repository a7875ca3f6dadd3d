/** One call on a canvas context, with the styles that held at that moment. */
export interface DrawingStep {
  name: string
  args: unknown[]
  fillStyle: unknown
  strokeStyle: unknown
  lineWidth: number
  globalAlpha: number
  dash: number[]
}

const defaults = { fillStyle: '#000', strokeStyle: '#000', lineWidth: 1, globalAlpha: 1, font: '' }

/** A canvas context that draws nothing, and records every call. */
export function recordedContext(): { context: CanvasRenderingContext2D; steps: DrawingStep[] } {
  const steps: DrawingStep[] = []
  const styles: Record<string, unknown> = { ...defaults }
  const saved: Record<string, unknown>[] = []
  let dash: number[] = []
  const record = (name: string, args: unknown[]) => {
    const { fillStyle, strokeStyle, lineWidth, globalAlpha } = { ...defaults, ...styles }
    steps.push({ name, args, fillStyle, strokeStyle, lineWidth, globalAlpha, dash })
  }
  const methods: Record<string, (...args: unknown[]) => unknown> = {
    save: () => saved.push({ ...styles }),
    restore: () => Object.assign(styles, saved.pop()),
    setLineDash: (parts) => (dash = parts as number[]),
    createLinearGradient: () => ({
      addColorStop: (share: number, colour: string) => record('addColorStop', [share, colour]),
    }),
    createPattern: () => 'pattern',
  }
  const context = new Proxy(styles, {
    get: (_, name: string) => styles[name] ?? methods[name] ?? ((...args: unknown[]) => record(name, args)),
  })
  return { context: context as unknown as CanvasRenderingContext2D, steps }
}

/** A canvas with a recorded context. */
export interface RecordedCanvas {
  width: number
  height: number
  steps: DrawingStep[]
  getContext: () => CanvasRenderingContext2D | null
}

/**
 * A document that makes recorded canvases, in the order of `canvases`.
 * @param hasContext whether they have a 2D context
 */
export function recordedDocument(hasContext = true): {
  canvases: RecordedCanvas[]
  document: { createElement: () => RecordedCanvas }
} {
  const canvases: RecordedCanvas[] = []
  const createElement = () => {
    const { context, steps } = recordedContext()
    const canvas = { width: 0, height: 0, steps, getContext: () => (hasContext ? context : null) }
    canvases.push(canvas)
    return canvas
  }
  return { canvases, document: { createElement } }
}

/** Stands for the browser's Path2D: it only knows its path data. */
export class RecordedPath {
  readonly data: string

  constructor(data = '') {
    this.data = data
  }
}
