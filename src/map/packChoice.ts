import { createStore } from 'zustand/vanilla'

declare const __COUNTRY_PACKS__: boolean

/** Whether this site has packs of closer tiles, by data/site.yaml; inserted by the build. */
export const offersPacks: boolean = __COUNTRY_PACKS__

const KEY = 'incident-atlas:country-packs'
const OFF = 'off'

/** Whether packs may be fetched: the site has them, and the reader has not declined them on this device. */
export const packChoice = createStore(() => ({ isWanted: offersPacks && !isDeclined() }))

/** Accepts or declines packs, and remembers a refusal on this device; without usable storage until the page is left. */
export function setPacksWanted(isWanted: boolean): void {
  packChoice.setState({ isWanted })
  try {
    if (isWanted) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, OFF)
  } catch {
    // Storage is full or not allowed.
  }
}

function isDeclined(): boolean {
  try {
    return localStorage.getItem(KEY) === OFF
  } catch {
    return false
  }
}
