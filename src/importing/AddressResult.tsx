import { useState } from 'react'
import { formatDay } from '../i18n/formatDay.ts'
import { useLanguage } from '../i18n/I18nProvider.tsx'
import { useImportingTexts } from '../i18n/useImportingTexts.ts'
import { usePickText } from '../i18n/useText.ts'
import { formatIsoDay } from '../incidents/day.ts'
import type { IncidentSummary } from '../query/incidentResult.ts'
import { Button } from '../ui/Button.tsx'
import { InPlaceLink } from '../ui/InPlaceLink.tsx'
import { Space } from '../ui/Space.tsx'
import { openIncident } from '../view/acts.ts'
import { incidentAddress } from '../view/url/incidentAddress.ts'
import { useAct, useViewStore } from '../view/useView.ts'
import { useAsk } from './ownFiles.ts'
import type { FoundAddress } from './useAddressLookUp.ts'

/** Each address with the incidents that cite it, to read and to copy. */
export function AddressResult({ found, unread }: { found: readonly FoundAddress[]; unread: number }) {
  const words = useImportingTexts()
  const missing = found.filter(({ incidents }) => incidents.length === 0).map(({ address }) => address)
  return (
    <section aria-label={words.addressesTitle}>
      <p role="status">{words.foundOf(found.length - missing.length, found.length)}</p>
      {unread > 0 && <p>{words.notAddresses(unread)}</p>}
      <Copies missing={missing} found={found} />
      <ul className="address-check__list">
        {found.map(({ address, incidents }) => (
          <li key={address}>
            <span
              className={`address-check__state${incidents.length > 0 ? ' address-check__state--found' : ''}`}
            >
              {incidents.length > 0 ? words.found : words.notFound}
            </span>
            <Space />
            <bdi dir="ltr" translate="no">
              {address}
            </bdi>
            <ul className="address-check__incidents">
              {incidents.map((incident) => (
                <li key={incident.id}>
                  <IncidentLink to={incident} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}

function IncidentLink({ to }: { to: IncidentSummary }) {
  const language = useLanguage()
  const pick = usePickText()
  const store = useViewStore()
  const act = useAct()
  const ask = useAsk()
  const title = to.title && pick(to.title)
  return (
    <InPlaceLink
      address={() => incidentAddress(store.getState().view, to.id)}
      onShow={() => {
        ask(null)
        act(openIncident(to.id))
      }}
    >
      <span>{formatDay(language, to.start, 'dayShort')}</span>
      <Space />
      <span lang={title?.language} dir={title?.direction}>
        {title?.text ?? to.id}
      </span>
    </InPlaceLink>
  )
}

/** Buttons that copy what was not found, and the whole result for a spreadsheet. */
function Copies({ missing, found }: { missing: readonly string[]; found: readonly FoundAddress[] }) {
  const words = useImportingTexts()
  const [isCopied, setCopied] = useState(false)
  const copy = (text: string) => {
    setCopied(false)
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => {},
    )
  }
  const table = () =>
    found
      .map(({ address, incidents }) =>
        [
          address,
          incidents.length > 0 ? words.found : words.notFound,
          incidents.map(({ id }) => id).join(' '),
          incidents.map(({ start }) => formatIsoDay(start)).join(' '),
        ].join('\t'),
      )
      .join('\n')
  return (
    <div className="address-check__acts">
      <Button disabled={missing.length === 0} onClick={() => copy(missing.join('\n'))}>
        {words.copyMissing}
      </Button>
      <Button onClick={() => copy(table())}>{words.copyTable}</Button>
      <span role="status">{isCopied && words.copied}</span>
    </div>
  )
}
