import { useDescription } from '../answers/useResult.ts'
import { usePickText } from '../i18n/useText.ts'
import type { PickedText } from '../i18n/pickText.ts'
import type { Translated } from '../incidents/incident.ts'
import { useView } from '../view/useView.ts'

/** Title and icon that data/dataset.yaml gives the site; put in by the build. */
declare const __SITE_NAME__: { title: Translated; icon: string }

/** Address of the site's icon, beside the page. */
export const siteIcon = __SITE_NAME__.icon

/** The site's title: as its own data set says now; beside another's data, as it said at the build. */
export function useSiteTitle(): PickedText | undefined {
  const pick = usePickText()
  const { about } = useDescription()
  const isOwnData = useView((view) => view.data === null)
  return (isOwnData && about.site ? pick(about.site.title) : undefined) ?? pick(__SITE_NAME__.title)
}
