import { useMapTexts } from '../i18n/useMapTexts.ts'

/** Sources of the built-in basemap, and how it draws borders. */
export function Credits() {
  const words = useMapTexts()
  return (
    <details className="credits">
      <summary>{words.credits}</summary>
      {words.creditsText.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </details>
  )
}
