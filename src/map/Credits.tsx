import { useMessages } from '../i18n/I18nProvider.tsx'
import { useView } from '../view/useView.ts'
import type { DetailedBasemap } from './useDetailedBasemap.ts'

/** Whose ground it is, and how borders are drawn. */
export function Credits({ detailedBasemap }: { detailedBasemap: DetailedBasemap | null }) {
  const { map: words } = useMessages()
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
