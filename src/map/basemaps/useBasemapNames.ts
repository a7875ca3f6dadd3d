import type { Basemap, Variant } from '../../basemaps/basemap.ts'
import { usePickText } from '../../i18n/useText.ts'
import { useBasemapTexts } from '../../i18n/useBasemapTexts.ts'

/** Names basemaps and their variants in the reader's language. */
export function useBasemapNames() {
  const words = useBasemapTexts()
  const pick = usePickText()
  return {
    nameOf({ id, name }: Basemap): string {
      if (name === null) return words.offered[id]?.[0] ?? id
      return typeof name === 'string' ? name : (pick(name)?.text ?? id)
    },
    /** What it is good for; undefined for a publisher's own. */
    aboutOf: ({ id, name }: Basemap): string | undefined =>
      name === null ? words.offered[id]?.[1] : undefined,
    versionOf: ({ id, name }: Variant): string => name ?? words.versions[id] ?? id,
  }
}
