import { useId, useState } from 'react'
import { useStore } from 'zustand'
import { variantOf, type Basemap, type Variant } from '../../basemaps/basemap.ts'
import { useLanguage, useMessages } from '../../i18n/I18nProvider.tsx'
import { localeOf } from '../../i18n/plural.ts'
import { useBasemapTexts } from '../../i18n/useBasemapTexts.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Select } from '../../ui/Select.tsx'
import { offersPacks, packChoice, setPacksWanted } from '../packChoice.ts'
import { Credit } from './Credit.tsx'
import { hostsAsked } from './consent.ts'
import { offered } from './offered.ts'
import { useBasemapNames } from './useBasemapNames.ts'
import type { Consent } from './useConsent.ts'

/** A basemap, and the id of its variant; `null` for the default one. */
export interface Chosen {
  basemap: Basemap
  variant: string | null
}

/**
 * Lets the reader choose a basemap, and says whom the page would ask for it and what that host learns.
 * @param chosen the present one; `null` for the built-in one
 */
export function BasemapDialog({
  chosen,
  consent,
  onChoose,
  onClose,
}: {
  chosen: Chosen | null
  consent: Consent
  onChoose: (chosen: Chosen | null, remember: boolean) => void
  onClose: () => void
}) {
  const { common } = useMessages()
  const words = useBasemapTexts()
  const { nameOf, aboutOf } = useBasemapNames()
  const [marked, setMarked] = useState(chosen)
  const [remember, setRemember] = useState(consent.isRemembered)
  const [hasPacks, setHasPacks] = useState(useStore(packChoice).isWanted)
  const confirm = () => {
    setPacksWanted(hasPacks)
    onChoose(marked, remember)
  }
  return (
    <Dialog title={words.title} onClose={onClose}>
      <div className="basemaps" role="radiogroup" aria-label={words.title}>
        <Option
          name={words.builtIn}
          about={words.builtInAbout}
          isMarked={marked === null}
          onMark={() => setMarked(null)}
        />
        {offered.map((basemap) => (
          <Option
            key={basemap.id}
            name={nameOf(basemap)}
            about={aboutOf(basemap)}
            isMarked={marked?.basemap === basemap}
            onMark={() => setMarked(chosen?.basemap === basemap ? chosen : { basemap, variant: null })}
          />
        ))}
      </div>
      {offersPacks && <PackSwitch isOn={hasPacks} onSwitch={setHasPacks} />}
      {marked && <Details marked={marked} onMark={setMarked} />}
      {marked && (
        <label className="basemaps__remember">
          <input type="checkbox" checked={remember} onChange={(event) => setRemember(event.target.checked)} />
          <span>{words.remember}</span>
        </label>
      )}
      <div className="map-controls__buttons">
        <Confirm marked={marked} consent={consent} onConfirm={confirm} />
        <Button onClick={onClose}>{common.cancel}</Button>
      </div>
    </Dialog>
  )
}

/** Whether the built-in map may have closer tiles of the countries that are looked at; says what its host learns. */
function PackSwitch({ isOn, onSwitch }: { isOn: boolean; onSwitch: (isOn: boolean) => void }) {
  const words = useBasemapTexts()
  const about = useId()
  return (
    <div className="basemaps__packs">
      <label className="basemaps__remember">
        <input
          type="checkbox"
          aria-describedby={about}
          checked={isOn}
          onChange={(event) => onSwitch(event.target.checked)}
        />
        <span>{words.packs}</span>
      </label>
      <p id={about} className="basemaps__about">
        {words.packsAbout}
      </p>
    </div>
  )
}

function Option({
  name,
  about,
  isMarked,
  onMark,
}: {
  name: string
  about: string | undefined
  isMarked: boolean
  onMark: () => void
}) {
  return (
    <label className="basemaps__option">
      <input type="radio" name="basemap" checked={isMarked} onChange={onMark} />
      <span>
        <span className="basemaps__name">{name}</span>
        {about !== undefined && <span className="basemaps__about">{about}</span>}
      </span>
    </label>
  )
}

/** What the page would ask of whom, and the licence; the versions, where there are several. */
function Details({ marked, onMark }: { marked: Chosen; onMark: (marked: Chosen) => void }) {
  const words = useBasemapTexts()
  const { versionOf } = useBasemapNames()
  const hosts = useHosts(marked.basemap)
  const { basemap } = marked
  const variant = variantOf(basemap, marked.variant)
  const { learns } = words
  return (
    <div className="basemaps__details">
      {basemap.variants.length > 1 && (
        <div className="basemaps__version">
          <span aria-hidden="true">{words.version}</span>
          <Select
            label={words.version}
            value={variant.id}
            options={basemap.variants.map((each) => ({ value: each.id, text: versionOf(each) }))}
            onChange={(id) => onMark({ basemap, variant: id === basemap.variants[0].id ? null : id })}
          />
        </div>
      )}
      <p role="status">{learns[learned(basemap, variant)](hosts)}</p>
      <Credit variant={variant} />
    </div>
  )
}

/** What a host learns, as the id of the text that says it. */
function learned({ hosts }: Basemap, { map }: Variant): 'area' | 'day' | 'whole' | 'ownArea' | 'ownWhole' {
  const isWhole = map.kind === 'pmtiles' && map.whole
  if (hosts.length === 0) return isWhole ? 'ownWhole' : 'ownArea'
  if (isWhole) return 'whole'
  return map.kind === 'daily' ? 'day' : 'area'
}

function Confirm({
  marked,
  consent,
  onConfirm,
}: {
  marked: Chosen | null
  consent: Consent
  onConfirm: () => void
}) {
  const words = useBasemapTexts()
  const hosts = useHosts(marked?.basemap)
  const mustLoad = marked && !consent.isAgreed(marked.basemap)
  return (
    <Button kind="primary" onClick={onConfirm}>
      {mustLoad ? words.load(hosts) : words.show}
    </Button>
  )
}

/** The hosts as a list in words. */
function useHosts(basemap: Basemap | undefined): string {
  const language = useLanguage()
  return basemap ? new Intl.ListFormat(localeOf[language]).format(hostsAsked(basemap)) : ''
}
