import { useDetailTexts } from '../i18n/useDetailTexts.ts'
import { useRecordVocabulary } from '../i18n/useRecordVocabulary.ts'
import type { SourceMedium } from '../incidents/vocabulary.ts'
import { httpUrl } from '../incidents/sourceUrl.ts'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { Name } from '../ui/Name.tsx'
import { Space } from '../ui/Space.tsx'
import { OutboundAnchor } from './OutboundAnchor.tsx'

/**
 * A link to another site. Only http and https are allowed, the host is shown, and no referrer is sent.
 * @param url undefined for a source without one
 * @param of the publisher, read aloud, as hosts alone do not tell links apart
 * @param text before the host, for a link to something other than the publication itself
 * @param medium of the publication, named if there is no URL
 */
export function ExternalLink({
  url,
  of,
  text,
  medium,
}: {
  url: string | undefined
  of: string
  text?: string
  medium?: SourceMedium | undefined
}) {
  const words = useDetailTexts()
  const labels = useRecordVocabulary()
  if (url === undefined) {
    return (
      <span className="external-link--none">
        {medium ? words.noLinkOf(labels.medium[medium]) : words.noLink}
      </span>
    )
  }
  const address = httpUrl(url)
  if (!address) return <span className="external-link--none">{words.notALink}</span>
  return (
    <OutboundAnchor to={address}>
      <VisuallyHidden>
        <Name of={of} />
      </VisuallyHidden>
      <Space />
      {text !== undefined && <span>{`${text}: `}</span>}
      <bdi translate="no" dir="ltr">
        {address.host.replace(/^www\./, '')}
      </bdi>
      <span aria-hidden="true"> ↗</span>
    </OutboundAnchor>
  )
}
