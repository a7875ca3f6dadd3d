import { useTold } from '../counts/useTold.tsx'
import { formatDays } from '../i18n/formatDay.ts'
import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import { directionOf } from '../i18n/pickText.ts'
import { formatNumber } from '../i18n/plural.ts'
import { eventTypes } from '../incidents/vocabulary.ts'
import { TypeGlyph } from '../ui/TypeGlyph.tsx'
import type { Bin } from './bins.ts'
import { describeCounts } from './describeBin.ts'

/**
 * The days and counts of a bar: the one under the pointer, or that of the focused handle. It covers the labels
 * of the axis, but neither bars nor controls.
 * @param middle of the bar, as a share of the plot's width
 */
export function BinReadout({ id, bin, middle }: { id: string; bin: Bin; middle: number }) {
  const messages = useMessages()
  const language = useLanguage()
  const told = useTold()
  // It is shifted by the same share of its own width, so that it never leaves the plot.
  const style = { left: `${100 * middle}%`, translate: `${-100 * middle}% 0` }
  return (
    <div id={id} className="timeline__readout" style={style} dir={directionOf(language)}>
      <strong>{formatDays(language, bin.from, bin.to)}</strong>
      <span>{told((tell) => describeCounts(bin, messages, tell))}</span>
      <ul>
        {eventTypes.map((type, index) => {
          const [sure, maybe] = [bin.certain[index] ?? 0, bin.uncertain[index] ?? 0]
          if (sure + maybe === 0) return null
          return (
            <li key={type}>
              <TypeGlyph type={type} size={14} hollow={sure === 0} />
              <span className="timeline__type">{messages.vocabulary.type[type]}</span>
              <b>{told((tell) => formatNumber(language, tell(sure + maybe)))}</b>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
