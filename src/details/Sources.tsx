import { useMessages } from '../i18n/I18nProvider.tsx'
import { useLanguageName } from '../i18n/useText.ts'
import type { Incident } from '../incidents/incident.ts'
import { ExternalLink } from './ExternalLink.tsx'
import { Section } from './Section.tsx'
import { sourceAnchor } from './sourceAnchor.ts'
import { PublishedDay } from './SourceLine.tsx'

/** Every publication that reports it. */
export function Sources({ incident }: { incident: Incident }) {
  const { sources } = incident
  const claims = incident.claims ?? []
  const { details: words } = useMessages()
  const languageName = useLanguageName()
  return (
    <Section title={`${words.sources} (${sources.length})`}>
      <ol className="sources">
        {sources.map(({ id, publisher, url, archived, seen, lang, published, note }) => {
          const cited = claims.filter(({ source }) => source === id).length
          return (
            <li key={id} id={sourceAnchor(id)} tabIndex={-1} className="source">
              <p>
                <strong>
                  <bdi>{publisher}</bdi>
                </strong>{' '}
                · {languageName(lang)} · <PublishedDay day={published} />
                {cited > 0 && <> · {words.claimsFromHere(cited)}</>}
              </p>
              {note !== undefined && (
                <p className="source__note" dir="auto">
                  {note}
                </p>
              )}
              <p className="source__links">
                <ExternalLink url={url} />
                {archived !== undefined && <ExternalLink url={archived} text={words.archived} />}
                {seen !== undefined && <span>{words.seen(seen)}</span>}
              </p>
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
