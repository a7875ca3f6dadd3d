import { useState } from 'react'
import { fieldIds } from '../incidents/fields.ts'
import { isFiltered } from '../query/incidentQuery.ts'
import { useView, useViewStore } from '../view/useView.ts'
import { OWN_FILES, type View } from '../view/view.ts'
import { WelcomeCard } from './laterParts.ts'
import { readFlag, writeFlag } from './localFlag.ts'

const SEEN = 'incident-atlas:welcome-seen'

/**
 * The card of a first visit. It is not shown over what a link opens: an incident, filters or a camera. The next
 * visit without such a link shows it.
 */
export function Welcome({ onAbout }: { onAbout: () => void }) {
  const store = useViewStore()
  const [isShown, setShown] = useState(() => {
    const { view } = store.getState()
    return !readFlag(SEEN) && view.camera === null && !opensSomething(view)
  })
  const isFree = useView((view) => !opensSomething(view))
  // It stays away for the rest of the visit, also when the filters are cleared again.
  if (isShown && !isFree) setShown(false)
  if (!isShown || !isFree) return null
  const leave = () => {
    writeFlag(SEEN)
    setShown(false)
  }
  return <WelcomeCard onLeave={leave} onAbout={onAbout} />
}

function opensSomething({ incident, filters, data }: View): boolean {
  return incident !== null || data === OWN_FILES || fieldIds.some((field) => isFiltered(filters, field))
}
