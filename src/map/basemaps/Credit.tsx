import { Fragment } from 'react'
import { Space } from '../../ui/Space.tsx'
import type { Variant } from '../../basemaps/basemap.ts'
import { useLanguage } from '../../i18n/I18nProvider.tsx'
import { directionOf } from '../../i18n/pickText.ts'
import { useBasemapTexts } from '../../i18n/useBasemapTexts.ts'
import { httpUrl } from '../../incidents/sourceUrl.ts'

/** Who made a basemap, with links, and its licence. */
export function Credit({ variant: { credit, acknowledgement, licence } }: { variant: Variant }) {
  const words = useBasemapTexts()
  const language = useLanguage()
  return (
    <div className="basemaps__credit">
      <span dir="ltr" lang="en">
        {credit.map(({ text, url }) => (
          <Fragment key={text}>
            <Outside text={text} url={url} />
            <Space />
          </Fragment>
        ))}
      </span>
      {acknowledgement !== null && (
        <details lang="en" dir="ltr">
          <summary lang={language} dir={directionOf(language)}>
            {words.acknowledgement}
          </summary>
          <p>{acknowledgement}</p>
        </details>
      )}
      {licence && (
        <span>
          <span>{`${words.licence}: `}</span>
          <Outside text={licence.name} url={licence.url} />
        </span>
      )}
    </div>
  )
}

function Outside({ text, url }: { text: string; url: string | undefined }) {
  const address = url === undefined ? undefined : httpUrl(url)
  if (!address) return <bdi>{text}</bdi>
  return (
    <a href={address.href} target="_blank" rel="noopener noreferrer">
      <bdi>{text}</bdi>
    </a>
  )
}
