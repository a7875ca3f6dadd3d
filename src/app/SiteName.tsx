import { siteIcon, useSiteTitle } from './useSiteTitle.ts'

/** The name and the icon of the site. */
export function SiteName() {
  const title = useSiteTitle()
  return (
    <h1 className="top-bar__name" lang={title?.language} dir={title?.direction} title={title?.text}>
      <img src={siteIcon} alt="" width="24" height="24" />
      <span>{title?.text}</span>
    </h1>
  )
}
