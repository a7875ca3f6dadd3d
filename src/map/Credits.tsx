import { useMapTexts } from '../i18n/useMapTexts.ts'
import { useView } from '../view/useView.ts'
import type { DetailedBasemap } from './useDetailedBasemap.ts'

/** Sources of the basemap, and how it draws borders. */
export function Credits({ detailedBasemap }: { detailedBasemap: DetailedBasemap | null }) {
  const words = useMapTexts()
  const isDetailed = useView(({ basemap }) => basemap === 'detailed')
  return (
    <details className="credits">
      <summary>{words.credits}</summary>
      {words.creditsText.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {isDetailed && detailedBasemap && <p>{detailedBasemap.attribution}</p>}
    </details>
  )
}
