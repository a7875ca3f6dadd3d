import { useId, useState } from 'react'
import { useResult } from '../answers/useResult.ts'
import { useMessages } from '../i18n/I18nProvider.tsx'
import type { Day } from '../incidents/day.ts'
import { Axis } from './Axis.tsx'
import { Bars } from './Bars.tsx'
import { BinReadout } from './BinReadout.tsx'
import { binAt, binOfDay } from './bins.ts'
import { Brush } from './Brush.tsx'
import { HistogramTable } from './HistogramTable.tsx'
import { pixelOf } from './timeScale.ts'
import { useTrackGestures } from './useTrackGestures.ts'
import { useWidth, type Track } from './useTrack.ts'

/**
 * The bars, the brush over them, and the axis.
 * @param element whose width they fill
 * @param onTouched called when the user takes hold of the brush
 */
export function TimeTrack({
  track,
  element,
  onTouched,
}: {
  track: Track
  element: HTMLElement
  onTouched: () => void
}) {
  const { timeline: words } = useMessages()
  const width = useWidth(element)
  const readout = useId()
  const [plot, setPlot] = useState<HTMLDivElement | null>(null)
  const [pointed, setPointed] = useState<number | null>(null)
  const [focused, setFocused] = useState<Day | null>(null)
  const histogram = useResult(({ result }) => result?.histogram ?? null)
  const handlers = useTrackGestures({ plot, track, width, histogram, onPointed: setPointed, onTouched })
  const index = pointed ?? (histogram && focused !== null ? binOfDay(histogram, focused) : null) ?? null
  const bin = histogram && index !== null && index < histogram.starts.length ? binAt(histogram, index) : null
  const middle = bin ? pixelOf((bin.from + bin.to + 1) / 2, track.span, width) : -1
  return (
    <>
      <div ref={setPlot} className="timeline__plot" {...handlers} aria-label={words.histogram} role="group">
        <Bars span={track.span} width={width} />
        <Brush
          track={track}
          width={width}
          histogram={histogram}
          readout={readout}
          onTouched={onTouched}
          onFocused={setFocused}
        />
      </div>
      <Axis span={track.span} width={width} />
      {bin && middle >= 0 && middle <= width && <BinReadout id={readout} bin={bin} middle={middle / width} />}
      {histogram && <HistogramTable histogram={histogram} />}
    </>
  )
}
