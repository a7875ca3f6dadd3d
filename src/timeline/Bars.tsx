import { useEffect, useRef } from 'react'
import { useDataset } from '../answers/useResult.ts'
import type { DaySpan } from '../incidents/day.ts'
import { usePageTheme } from '../ui/usePageTheme.ts'
import { useView } from '../view/useView.ts'
import { drawBars } from './drawBars.ts'

/**
 * The bars, drawn on a canvas for each answer without rendering React components, so that they keep up with a
 * drag.
 * @param width CSS pixels
 */
export function Bars({ span, width }: { span: DaySpan; width: number }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const { results } = useDataset()
  const theme = usePageTheme(useView((view) => view.theme))
  useEffect(() => {
    const draw = () => {
      const { result } = results.getState()
      if (!canvas.current || !result?.histogram) return
      // The style sheet's colours follow the theme.
      const style = getComputedStyle(canvas.current)
      const colours = {
        paper: style.getPropertyValue('--paper-raised'),
        outline: style.getPropertyValue('--type-outline'),
        line: style.getPropertyValue('--line'),
      }
      drawBars(canvas.current, result.histogram, span, width, colours)
    }
    draw()
    // The height of the timeline can be changed.
    const observer = new ResizeObserver(draw)
    if (canvas.current) observer.observe(canvas.current)
    const stop = results.subscribe(draw)
    return () => {
      observer.disconnect()
      stop()
    }
  }, [results, span, width, theme])
  return <canvas ref={canvas} className="timeline__bars" aria-hidden="true" />
}
