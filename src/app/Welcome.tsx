import { useState } from 'react'
import { fieldIds } from '../incidents/fields.ts'
import { isFiltered } from '../query/incidentQuery.ts'
import { useView, useViewStore } from '../view/useView.ts'
import type { View } from '../view/view.ts'
import { WelcomeCard } from './laterParts.ts'
import { readFlag, writeFlag } from './localFlag.ts'

const SEEN = 'incident-atlas:welcome-seen'

/**
 * A first visit's one look at what this is. Never over what a link opens: an incident, filters or a place on the map.
 * The next visit without such a link has it then.
 */
export function Welcome({ onAbout }: { onAbout: () => void }) {
  const store = useViewStore()
  const [isShown, setShown] = useState(() => {
    const { view } = store.getState()
    return !readFlag(SEEN) && view.camera === null && !opensSomething(view)
  })
  const isFree = useView((view) => !opensSomething(view))
  // Gone for this visit, also when the filters are cleared again.
  if (isShown && !isFree) setShown(false)
  if (!isShown || !isFree) return null
  const leave = () => {
    writeFlag(SEEN)
    setShown(false)
  }
  return <WelcomeCard onLeave={leave} onAbout={onAbout} />
}

function opensSomething({ incident, filters }: View): boolean {
  return incident !== null || fieldIds.some((field) => isFiltered(filters, field))
}
