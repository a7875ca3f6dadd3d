import { useState } from 'react'
import { Notices } from './Notices.tsx'
import { PhoneLayout } from './PhoneLayout.tsx'
import { useMedia } from './useMedia.ts'
import { WideLayout } from './WideLayout.tsx'
import { EmbedLayout } from './EmbedLayout.tsx'
import { useView } from '../view/useView.ts'
import type { FragmentProblem } from '../view/url/field.ts'
import type { NewerOffer } from './DatasetGate.tsx'

interface Props {
  problems: readonly FragmentProblem[]
  onProblemsRead: () => void
  newer: NewerOffer | null
}

/** The dashboard over an open data set, laid out for the room there is. */
export function Workspace(props: Props) {
  const isWide = useMedia('(min-width: 768px)')
  const embed = useView((view) => view.embed)
  const [mapFailed, setMapFailed] = useState(false)
  const onMapAvailable = (available: boolean) => setMapFailed(!available)
  return (
    <>
      {embed ? (
        <EmbedLayout onMapAvailable={onMapAvailable} />
      ) : isWide ? (
        <WideLayout onMapAvailable={onMapAvailable} />
      ) : (
        <PhoneLayout onMapAvailable={onMapAvailable} mapFailed={mapFailed} />
      )}
      <Notices {...props} />
    </>
  )
}
