import { useEffect, useRef } from 'react'
import { useDataset } from '../answers/useResult.ts'
import type { DaySpan } from '../incidents/day.ts'
import { drawBars } from './drawBars.ts'

/** Drawn on a canvas straight from the answers: it keeps up with a brush. */
export function Bars({ span, width }: { span: DaySpan; width: number }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const { results } = useDataset()
  useEffect(() => {
    const draw = () => {
      const { result } = results.getState()
      if (!canvas.current || !result?.histogram) return
      const style = getComputedStyle(canvas.current)
      const colours = {
        paper: style.getPropertyValue('--paper-raised'),
        outline: style.getPropertyValue('--type-outline'),
        line: style.getPropertyValue('--line'),
      }
      drawBars(canvas.current, result.histogram, span, width, colours)
    }
    draw()
    // A canvas does not follow the theme by itself.
    const theme = new MutationObserver(draw)
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
    const stop = results.subscribe(draw)
    return () => {
      stop()
      theme.disconnect()
    }
  }, [results, span, width])
  return <canvas ref={canvas} className="timeline__bars" aria-hidden="true" />
}
