import { render, screen } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'

vi.mock('../../../src/i18n/fr/fr.ts', () => {
  throw new Error('no such file')
})

/** The modules anew, so that no language has been loaded. */
async function fresh() {
  const { I18nProvider, useLanguage, useMissingLanguage } = await import('../../../src/i18n/I18nProvider.tsx')
  const messages = await import('../../../src/i18n/messages.ts')
  function Languages() {
    return <p>{`${useLanguage()}, without ${useMissingLanguage() ?? 'none'}`}</p>
  }
  const page = (language: 'ar' | 'en' | 'fr') => (
    <I18nProvider language={language}>{<Languages />}</I18nProvider>
  )
  return { page, ...messages }
}

beforeEach(() => void vi.resetModules())

describe('a language that cannot be loaded', () => {
  it('leaves the page in the previous one, and is reported', async () => {
    const { page } = await fresh()
    const { rerender } = render(page('ar'))
    expect(await screen.findByText('ar, without none')).toBeVisible()
    rerender(page('fr'))
    expect(await screen.findByText('ar, without fr')).toBeVisible()
    rerender(page('en'))
    expect(await screen.findByText('en, without none')).toBeVisible()
  })

  it('is replaced by English where the page begins', async () => {
    const { page, loadFirstLanguage, messagesOf } = await fresh()
    await loadFirstLanguage('fr')
    expect(messagesOf('fr')).toBeUndefined()
    expect(messagesOf('en')).toBeDefined()
    render(page('fr'))
    expect(await screen.findByText('en, without fr')).toBeVisible()
  })

  it('is replaced by the one that has been loaded', async () => {
    const { page, loadFirstLanguage } = await fresh()
    await loadFirstLanguage('ar')
    render(page('fr'))
    expect(await screen.findByText('ar, without fr')).toBeVisible()
  })
})
