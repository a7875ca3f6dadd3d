import { useEffect, useRef, useState } from 'react'
import { useDataset, useResult } from '../answers/useResult.ts'
import { formatDay, formatDays } from '../i18n/formatDay.ts'
import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import { formatNumber } from '../i18n/plural.ts'
import { eventTypes } from '../incidents/vocabulary.ts'
import type { Histogram } from '../query/incidentResult.ts'
import { useView } from '../view/useView.ts'
import { Brush } from './Brush.tsx'
import { drawBars, highestBin } from './drawBars.ts'
import { HiddenBeyond } from './HiddenBeyond.tsx'
import { HistogramTable } from './HistogramTable.tsx'
import { binCounts, pixelOf, sum, ticksOf } from './timeScale.ts'
import type { Track } from './useTrack.ts'
import { useWidth } from './useTrack.ts'
import { useTrackGestures } from './useTrackGestures.ts'

/** Bars, axis, and the brush over them. */
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
  const [pointed, setPointed] = useState<number | null>(null)
  const histogram = useResult(({ result }) => result?.histogram ?? null)
  const [plot, setPlot] = useState<HTMLDivElement | null>(null)
  const handlers = useTrackGestures(plot, track, width, histogram, setPointed, onTouched)
  return (
    <>
      <div ref={setPlot} className="timeline__plot" {...handlers} aria-label={words.histogram} role="group">
        <Bars track={track} width={width} />
        {histogram && pointed !== null && (
          <BinReadout histogram={histogram} bin={pointed} track={track} width={width} />
        )}
        <Brush track={track} width={width} onTouched={onTouched} />
        {histogram && <span className="timeline__most">{highestBin(histogram)}</span>}
        <HiddenBeyond track={track} />
      </div>
      <Axis track={track} width={width} />
      {histogram && <HistogramTable histogram={histogram} />}
    </>
  )
}

/** Drawn on a canvas straight from the answers: it keeps up with a brush. */
function Bars({ track: { span }, width }: { track: Track; width: number }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const { results } = useDataset()
  const theme = useView((view) => view.theme)
  useEffect(() => {
    const draw = () => {
      const { result } = results.getState()
      if (!canvas.current || !result?.histogram) return
      const separator = getComputedStyle(canvas.current).getPropertyValue('--paper-raised')
      drawBars(canvas.current, result.histogram, span, width, canvas.current.clientHeight, separator)
    }
    draw()
    return results.subscribe(draw)
  }, [results, span, width, theme])
  return <canvas ref={canvas} className="timeline__bars" aria-hidden="true" />
}

function BinReadout({
  histogram,
  bin,
  track: { span },
  width,
}: {
  histogram: Histogram
  bin: number
  track: Track
  width: number
}) {
  const { vocabulary, common, timeline: words } = useMessages()
  const language = useLanguage()
  const { from, to, certain, uncertain } = binCounts(histogram, bin)
  const left = Math.min(width - 130, Math.max(130, pixelOf((from + to + 1) / 2, span, width)))
  const may = sum(uncertain)
  return (
    <div className="timeline__readout" style={{ left }} aria-hidden="true" dir="auto">
      <strong>{formatDays(language, from, to, 'dayShort')}</strong> {common.incidents(sum(certain))}
      {may > 0 && <> · {words.mayLie(may)}</>}
      {eventTypes.map((type, index) =>
        certain[index] ? (
          <span key={type}>
            {' · '}
            {vocabulary.type[type]} {formatNumber(language, certain[index])}
          </span>
        ) : null,
      )}
    </div>
  )
}

function Axis({ track: { span }, width }: { track: Track; width: number }) {
  const language = useLanguage()
  return (
    <div className="timeline__axis" aria-hidden="true">
      {ticksOf(span, width).map(({ day, unit }) => (
        <span key={day} style={{ left: pixelOf(day, span, width) }}>
          {formatDay(
            language,
            day,
            unit === 'year' ? 'year' : unit === 'month' || unit === 'quarter' ? 'monthShort' : 'dayShort',
          )}
        </span>
      ))}
    </div>
  )
}
