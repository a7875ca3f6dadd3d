import { formatDays } from '../i18n/formatDay.ts'
import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import { directionOf } from '../i18n/pickText.ts'
import { formatNumber } from '../i18n/plural.ts'
import { eventTypes } from '../incidents/vocabulary.ts'
import { TypeGlyph } from '../ui/TypeGlyph.tsx'
import type { Bin } from './bins.ts'
import { describeCounts } from './describeBin.ts'

/**
 * What the bar under the pointer, or of the end that has the focus, stands for: one line over the labels of the axis,
 * where it covers neither bars nor controls.
 * @param place of the bar, as a share of the width of the plot
 */
export function BinReadout({ id, bin, place }: { id: string; bin: Bin; place: number }) {
  const messages = useMessages()
  const language = useLanguage()
  // At the left end it begins at the bar, at the right end it ends there: it never leaves the plot.
  const style = { left: `${100 * place}%`, translate: `${-100 * place}% 0` }
  return (
    <div id={id} className="timeline__readout" style={style} dir={directionOf(language)}>
      <strong>{formatDays(language, bin.from, bin.to)}</strong>
      <span>{describeCounts(bin, messages)}</span>
      <ul>
        {eventTypes.map((type, index) => {
          const [sure, maybe] = [bin.certain[index] ?? 0, bin.uncertain[index] ?? 0]
          if (sure + maybe === 0) return null
          return (
            <li key={type}>
              <TypeGlyph type={type} size={14} hollow={sure === 0} />
              <span className="timeline__type">{messages.vocabulary.type[type]}</span>
              <b>{formatNumber(language, sure + maybe)}</b>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
