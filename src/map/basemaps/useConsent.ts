import { useEffect, useState } from 'react'
import { findBasemap, type Basemap } from '../../basemaps/basemap.ts'
import { readChoice } from '../../basemaps/basemapChoice.ts'
import { setBasemap } from '../../view/acts.ts'
import { act } from '../../view/viewStore.ts'
import { useViewStore } from '../../view/useView.ts'
import { hostsAsked, readRemembered, writeRemembered } from './consent.ts'
import { offered } from './offered.ts'

/** To which hosts the reader has agreed, on this page or on an earlier visit. */
export interface Consent {
  isAgreed: (basemap: Basemap) => boolean
  isRemembered: boolean
  /** @param choice as in the `basemap` key of a link, without days */
  agree: (basemap: Basemap, choice: string, remember: boolean) => void
  /** Forgets what this device remembers. */
  forget: () => void
}

/**
 * The reader's consent. A remembered choice is shown again, once, if neither the link nor the page around an embedded
 * one chooses.
 */
export function useConsent(): Consent {
  const store = useViewStore()
  const [remembered, setRemembered] = useState(readRemembered)
  const [hosts, setHosts] = useState<ReadonlySet<string>>(() => new Set(remembered?.hosts))
  const isAgreed = (basemap: Basemap) => hostsAsked(basemap).every((host) => hosts.has(host))
  useEffect(() => {
    const { view } = store.getState()
    const first = readRemembered()
    if (!first || view.basemap !== null || view.embed) return
    if (findBasemap(offered, readChoice(first.choice).id)) act(store, setBasemap(first.choice, 'replace'))
  }, [store])
  const keep = (kept: typeof remembered) => {
    writeRemembered(kept)
    setRemembered(kept)
  }
  return {
    isAgreed,
    isRemembered: remembered !== null,
    agree(basemap, choice, remember) {
      const agreed = hostsAsked(basemap)
      setHosts(new Set([...hosts, ...agreed]))
      keep(remember ? { choice, hosts: agreed } : null)
    },
    forget: () => keep(null),
  }
}
