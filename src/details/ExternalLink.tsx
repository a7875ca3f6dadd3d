import { useMessages } from '../i18n/I18nProvider.tsx'
import { httpUrl } from '../incidents/sourceUrl.ts'

/** A link that leaves the page: only http and https, its host shown, and nothing told to it of where one comes from. */
export function ExternalLink({ url, text }: { url: string | undefined; text?: string }) {
  const { details: words } = useMessages()
  const address = url === undefined ? undefined : httpUrl(url)
  if (!address) return <span className="external-link--none">{words.noLink}</span>
  return (
    <a href={address.href} target="_blank" rel="noopener noreferrer" title={url}>
      {text && `${text}: `}
      <bdi dir="ltr">{address.host.replace(/^www\./, '')}</bdi>
      <span aria-hidden="true"> ↗</span>
    </a>
  )
}
