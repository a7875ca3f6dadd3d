import { useState } from 'react'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { useMapTexts } from '../i18n/useMapTexts.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { setBasemap } from '../view/acts.ts'
import { useAct, useView } from '../view/useView.ts'
import type { MapView } from './MapView.ts'
import { useDetailedBasemap, type DetailedBasemap } from './useDetailedBasemap.ts'

/**
 * Offers the detailed basemap. Its host is named, and the reader asked, before any request goes to it; also if
 * a link asks for that basemap.
 */
export function BasemapChoice({ view, basemap }: { view: MapView; basemap: DetailedBasemap }) {
  const { common } = useMessages()
  const words = useMapTexts()
  const act = useAct()
  const isWanted = useView((each) => each.basemap === 'detailed')
  const [isAgreed, setAgreed] = useState(false)
  const failed = useDetailedBasemap(view, basemap, isAgreed)
  const [isAsking, setAsking] = useState(isWanted)
  const { host } = new URL(basemap.styleUrl)
  const agree = () => {
    setAgreed(true)
    setAsking(false)
    if (!isWanted) act(setBasemap('detailed'))
  }
  const leave = () => {
    setAsking(false)
    if (isWanted && !isAgreed) act(setBasemap(null))
  }
  return (
    <>
      <Button
        aria-pressed={isWanted && isAgreed}
        onClick={() => {
          if (isWanted && isAgreed) act(setBasemap(null))
          else if (isAgreed) act(setBasemap('detailed'))
          else setAsking(true)
        }}
      >
        {isWanted && isAgreed ? words.builtIn : words.detailed}
      </Button>
      {failed && <p role="status">{words.detailedFailed}</p>}
      {isAsking && (
        <Dialog title={words.consentTitle(basemap.name)} onClose={leave}>
          <p>{words.consentText(host)}</p>
          <div className="map-controls__buttons">
            <Button kind="primary" onClick={agree}>
              {words.consentYes(host)}
            </Button>
            <Button onClick={leave}>{common.cancel}</Button>
          </div>
        </Dialog>
      )}
    </>
  )
}
