import { useLanguage } from '../i18n/I18nProvider.tsx'
import { formatNumber } from '../i18n/plural.ts'
import { useMapTexts } from '../i18n/useMapTexts.ts'
import { useScreen } from '../view/useView.ts'
import { scaleLength } from './scaleBar.ts'

/** Greatest length of the bar in CSS pixels. */
const ROOM = 90

/** A bar of a round length on the ground, at the latitude in the middle of the map. */
export function ScaleBar() {
  const words = useMapTexts()
  const language = useLanguage()
  const shown = useScreen(({ map }) => map)
  if (!shown) return null
  const lat = (shown.bounds.south + shown.bounds.north) / 2
  const { metres, pixels } = scaleLength(lat, shown.zoom, ROOM)
  const text =
    metres >= 1000
      ? words.kilometres(formatNumber(language, metres / 1000))
      : words.metres(formatNumber(language, metres))
  return (
    <div className="scale-bar">
      <span>{text}</span>
      <div className="scale-bar__bar" style={{ inlineSize: pixels }} />
    </div>
  )
}
