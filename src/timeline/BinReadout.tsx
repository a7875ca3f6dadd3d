import { formatDays } from '../i18n/formatDay.ts'
import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import { directionOf } from '../i18n/pickText.ts'
import { formatNumber } from '../i18n/plural.ts'
import { eventTypes } from '../incidents/vocabulary.ts'
import { TypeGlyph } from '../ui/TypeGlyph.tsx'
import type { Bin } from './bins.ts'
import { describeCounts } from './describeBin.ts'

/** Half of the widest that it becomes, and its distance from the bars, in CSS pixels. */
const HALF = 130
const GAP = 6

/**
 * What the bar under the pointer, or of the end that has the focus, stands for. It stands over whatever is above
 * the timeline.
 * @param x CSS pixels from the left of the plot
 */
export function BinReadout({ id, bin, x, plot }: { id: string; bin: Bin; x: number; plot: HTMLElement }) {
  const messages = useMessages()
  const language = useLanguage()
  const box = plot.getBoundingClientRect()
  const left = Math.min(window.innerWidth - HALF - GAP, Math.max(HALF + GAP, box.left + x))
  const style = { left, bottom: window.innerHeight - box.top + GAP }
  return (
    <div id={id} className="timeline__readout" style={style} dir={directionOf(language)}>
      <strong>{formatDays(language, bin.from, bin.to)}</strong>
      <div>{describeCounts(bin, messages)}</div>
      <ul>
        {eventTypes.map((type, index) => {
          const [sure, maybe] = [bin.certain[index] ?? 0, bin.uncertain[index] ?? 0]
          if (sure + maybe === 0) return null
          return (
            <li key={type}>
              <TypeGlyph type={type} size={14} hollow={sure === 0} />
              <span>{messages.vocabulary.type[type]}</span>
              <b>{formatNumber(language, sure + maybe)}</b>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
