import { render, screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { I18nProvider, useLanguage, useMissingLanguage } from '../../../src/i18n/I18nProvider.tsx'

vi.mock('../../../src/i18n/fr/fr.ts', () => {
  throw new Error('no such file')
})

function Languages() {
  return <p>{`${useLanguage()}, without ${useMissingLanguage() ?? 'none'}`}</p>
}

describe('a language that cannot be loaded', () => {
  it('leaves the page in the previous one, and is reported', async () => {
    const { rerender } = render(<I18nProvider language="ar">{<Languages />}</I18nProvider>)
    expect(await screen.findByText('ar, without none')).toBeVisible()
    rerender(<I18nProvider language="fr">{<Languages />}</I18nProvider>)
    expect(await screen.findByText('ar, without fr')).toBeVisible()
    rerender(<I18nProvider language="en">{<Languages />}</I18nProvider>)
    expect(await screen.findByText('en, without none')).toBeVisible()
  })
})
