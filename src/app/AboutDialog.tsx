import { useDescription } from '../answers/useResult.ts'
import { formatDay } from '../i18n/formatDay.ts'
import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import { localeOf } from '../i18n/plural.ts'
import { useLanguageName, usePickText } from '../i18n/useText.ts'
import { useAboutTexts } from '../i18n/useAboutTexts.ts'
import type { Translated } from '../incidents/incident.ts'
import { parseDay } from '../incidents/day.ts'
import { httpUrl } from '../incidents/sourceUrl.ts'
import { offered } from '../map/basemaps/offered.ts'
import { offersPacks } from '../map/packChoice.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Coverage } from './Coverage.tsx'
import { Name } from '../ui/Name.tsx'
import './AboutDialog.css'

/** About the data set, how to read the map, keys and privacy. */
export function AboutDialog({ onClose }: { onClose: () => void }) {
  const { app } = useMessages()
  const words = useAboutTexts()
  const { about } = useDescription()
  const language = useLanguage()
  const languageName = useLanguageName()
  const updated = parseDay(about.updated)
  const list = new Intl.ListFormat(localeOf[language])
  const named = list.format(about.languages.map(languageName))
  const hosts = [...new Set(offered.flatMap((basemap) => basemap.hosts))]
  return (
    <Dialog title={app.about} onClose={onClose}>
      <Text of={about.description} />
      <Coverage />
      <dl className="about__facts">
        {about.publisher !== '' && (
          <>
            <dt>{words.publisher}</dt>
            <dd>
              <Name of={about.publisher} />
            </dd>
          </>
        )}
        {about.licence && (
          <>
            <dt>{words.licence}</dt>
            <dd>
              <LicenceLink name={about.licence.name} url={about.licence.url} />
            </dd>
          </>
        )}
        <dt>{words.updated}</dt>
        <dd>{updated === undefined ? about.updated : formatDay(language, updated)}</dd>
        {named !== '' && (
          <>
            <dt>{words.languagesOfSources}</dt>
            <dd>{named}</dd>
          </>
        )}
        {about.coverage && (
          <>
            <dt>{words.coverage}</dt>
            <dd>
              <Text of={about.coverage} />
            </dd>
          </>
        )}
        {about.citation !== undefined && (
          <>
            <dt>{words.citation}</dt>
            <dd>
              <bdi>{about.citation}</bdi>
            </dd>
          </>
        )}
      </dl>
      <h3>{words.howToRead}</h3>
      <ul className="about__list">
        {words.reading.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h3>{words.keys}</h3>
      <dl className="about__keys">
        {words.shortcuts.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd dir="ltr">{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <h3>{words.privacy}</h3>
      <p>{words.privacyText}</p>
      {offersPacks && <p>{words.privacyPacks}</p>}
      {hosts.length > 0 && <p>{words.privacyBasemaps(list.format(hosts))}</p>}
    </Dialog>
  )
}

function Text({ of }: { of: Translated }) {
  const picked = usePickText()(of)
  if (!picked) return null
  return (
    <p lang={picked.language} dir={picked.direction}>
      {picked.text}
    </p>
  )
}

function LicenceLink({ name, url }: { name: string; url: string }) {
  const address = httpUrl(url)
  if (!address) return <Name of={name} />
  return (
    <a href={address.href} target="_blank" rel="license noopener noreferrer">
      <Name of={name} />
    </a>
  )
}
