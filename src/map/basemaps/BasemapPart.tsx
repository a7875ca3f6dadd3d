import { useMemo, useState } from 'react'
import { findBasemap } from '../../basemaps/basemap.ts'
import { readChoice, writeChoice } from '../../basemaps/basemapChoice.ts'
import { useBasemapTexts } from '../../i18n/useBasemapTexts.ts'
import { Button } from '../../ui/Button.tsx'
import { setBasemap } from '../../view/acts.ts'
import { useAct, useView } from '../../view/useView.ts'
import type { Padding } from '../freeRoom.ts'
import type { MapView } from '../MapView.ts'
import { BasemapDialog, type Chosen } from './BasemapDialog.tsx'
import { offered } from './offered.ts'
import { ShownBasemap } from './ShownBasemap.tsx'
import { useConsent } from './useConsent.ts'
import './basemaps.css'

/**
 * The choice of a basemap, and what belongs to the one that is shown. Its hosts are named, and the reader asked,
 * before any request goes to them; also if a link asks for that basemap.
 */
export function BasemapPart({ view, padding }: { view: MapView; padding: Padding }) {
  const words = useBasemapTexts()
  const act = useAct()
  const consent = useConsent()
  const [isOpen, setOpen] = useState(false)
  const text = useView(({ basemap }) => basemap)
  const choice = useMemo(() => (text === null ? null : readChoice(text)), [text])
  const basemap = choice ? findBasemap(offered, choice.id) : undefined
  const mustAsk = basemap !== undefined && !consent.isAgreed(basemap)
  const leave = () => {
    setOpen(false)
    if (mustAsk) act(setBasemap(null, 'replace'))
  }
  const choose = (chosen: Chosen | null, remember: boolean) => {
    setOpen(false)
    if (!chosen) {
      consent.forget()
      if (text !== null) act(setBasemap(null))
      return
    }
    const isSame = choice !== null && basemap === chosen.basemap
    const next = { id: chosen.basemap.id, variant: chosen.variant, days: 'one' as const }
    consent.agree(chosen.basemap, writeChoice(next), remember)
    const written = writeChoice(isSame ? { ...next, days: choice.days } : next)
    if (written !== text) act(setBasemap(written))
  }
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {words.button}
      </Button>
      {choice && !basemap && (
        <p className="map-panel__note" role="status">
          {words.notOffered(choice.id)}
        </p>
      )}
      {choice && basemap && !mustAsk && (
        <ShownBasemap
          key={`${basemap.id}/${choice.variant}`}
          view={view}
          padding={padding}
          basemap={basemap}
          choice={choice}
        />
      )}
      {(isOpen || mustAsk) && (
        <BasemapDialog
          chosen={choice && basemap ? { basemap, variant: choice.variant } : null}
          consent={consent}
          onChoose={choose}
          onClose={leave}
        />
      )}
    </>
  )
}
