import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { BasemapDialog } from '../../../../src/map/basemaps/BasemapDialog.tsx'
import type { Consent } from '../../../../src/map/basemaps/useConsent.ts'
import { packChoice, setPacksWanted } from '../../../../src/map/packChoice.ts'
import { showWithRecords } from '../../list/showWithRecords.tsx'

const consent: Consent = { isAgreed: () => true, isRemembered: false, agree: () => {}, forget: () => {} }
const remembered = () => localStorage.getItem('incident-atlas:country-packs')

function show() {
  const onChoose = vi.fn<() => void>()
  showWithRecords(<BasemapDialog chosen={null} consent={consent} onChoose={onChoose} onClose={() => {}} />, {
    incidents: [],
  })
  return onChoose
}

const theSwitch = () => screen.findByRole('checkbox', { name: /more detail near the places I look at/ })

beforeEach(() => {
  // jsdom has no dialogs.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true
  }
})
afterEach(() => setPacksWanted(true))

describe('the switch for more detail', () => {
  it('is on, says what the host learns, and is remembered only once it is off', async () => {
    const onChoose = show()
    const found = await theSwitch()
    expect(found).toBeChecked()
    expect(found).toHaveAccessibleDescription(/learns which country/)
    await userEvent.click(found)
    expect(packChoice.getState().isWanted).toBe(true)
    expect(remembered()).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Show this map' }))
    await waitFor(() => expect(onChoose).toHaveBeenCalledWith(null, false))
    expect(packChoice.getState().isWanted).toBe(false)
    expect(remembered()).toBe('off')
  })

  it('forgets that it was off once it is on again', async () => {
    setPacksWanted(false)
    show()
    const found = await theSwitch()
    expect(found).not.toBeChecked()
    await userEvent.click(found)
    await userEvent.click(screen.getByRole('button', { name: 'Show this map' }))
    expect(packChoice.getState().isWanted).toBe(true)
    expect(remembered()).toBeNull()
  })
})
