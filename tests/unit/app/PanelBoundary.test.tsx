import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { MissingCode } from '../../../src/ui/onDemand.tsx'
import { PanelBoundary } from '../../../src/app/PanelBoundary.tsx'
import { I18nProvider } from '../../../src/i18n/I18nProvider.tsx'
import { languages } from '../../../src/incidents/vocabulary.ts'

describe('an exception in one panel', () => {
  // React tells of it on the console as well.
  beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}))
  afterEach(() => void vi.restoreAllMocks())

  it.each(languages)(
    'is reported in %s, leaves the other panels alone, and can be tried again',
    async (language) => {
      let broken = true
      const Fragile = () => {
        if (broken) throw new Error('out of order')
        return <p>in order</p>
      }
      const onFailure = vi.fn<() => void>()
      render(
        <I18nProvider language={language}>
          <PanelBoundary panel="Map" onFailure={onFailure}>
            <Fragile />
          </PanelBoundary>
          <p>another panel</p>
        </I18nProvider>,
      )
      expect(screen.getByRole('alert')).toHaveTextContent('Map')
      expect(screen.getByRole('alert')).toHaveTextContent('out of order')
      expect(screen.getByText('another panel')).toBeVisible()
      expect(onFailure).toHaveBeenCalledTimes(1)
      broken = false
      await userEvent.click(screen.getByRole('button'))
      expect(screen.getByText('in order')).toBeVisible()
    },
  )

  it('that comes from missing code offers to reload the page', () => {
    const Gone = () => {
      throw new MissingCode('no such file')
    }
    const onDismiss = vi.fn<() => void>()
    render(
      <I18nProvider language="en">
        <PanelBoundary panel="About" onDismiss={onDismiss}>
          <Gone />
        </PanelBoundary>
      </I18nProvider>,
    )
    expect(screen.getByRole('alert')).toHaveTextContent('a newer version of the page was published')
    expect(screen.getByRole('button', { name: 'Reload the page' })).toBeVisible()
    screen.getByRole('button', { name: 'Close' }).click()
    expect(onDismiss).toHaveBeenCalledTimes(1)
  })
})
