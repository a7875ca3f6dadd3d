import { useDescription } from '../answers/useResult.ts'
import { usePickText } from '../i18n/useText.ts'
import type { PickedText } from '../i18n/pickText.ts'
import type { Translated } from '../incidents/incident.ts'
import { useView } from '../view/useView.ts'

/** Title and icon from data/dataset.yaml; inserted by the build. */
declare const __SITE_NAME__: { title: Translated; icon: string }

/** URL of the site's icon, relative to the page. */
export const siteIcon = __SITE_NAME__.icon

/** The title of the site. From its own data set as loaded; with another data set, from the build. */
export function useSiteTitle(): PickedText | undefined {
  const pick = usePickText()
  const { about } = useDescription()
  const isOwnData = useView((view) => view.data === null)
  return (isOwnData && about.site ? pick(about.site.title) : undefined) ?? pick(__SITE_NAME__.title)
}
