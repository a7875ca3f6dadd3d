import { Fragment } from 'react'
import type { Variant } from '../../basemaps/basemap.ts'
import { useBasemapTexts } from '../../i18n/useBasemapTexts.ts'
import { httpUrl } from '../../incidents/sourceUrl.ts'

/** Who made a basemap, with links, and its licence. */
export function Credit({ variant: { credit, licence } }: { variant: Variant }) {
  const words = useBasemapTexts()
  return (
    <p className="basemaps__credit">
      <span dir="ltr" lang="en">
        {credit.map(({ text, url }) => (
          <Fragment key={text}>
            <Outside text={text} url={url} />{' '}
          </Fragment>
        ))}
      </span>
      {licence && (
        <span>
          <span>{`${words.licence}: `}</span>
          <Outside text={licence.name} url={licence.url} />
        </span>
      )}
    </p>
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
