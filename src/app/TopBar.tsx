import { useState } from 'react'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { CopyLink } from '../share/CopyLink.tsx'
import { Button } from '../ui/Button.tsx'
import { OpenFile } from '../importing/OpenFile.tsx'
import { About } from './About.tsx'
import { Coverage } from './Coverage.tsx'
import { LanguageChoice, ThemeChoice } from './Preferences.tsx'
import type { PanelState } from './panels.ts'
import { SiteName } from './SiteName.tsx'
import './TopBar.css'

/** The bar at the top: the site, its coverage, and what concerns the whole page. */
export function TopBar({
  panels,
  onPanels,
}: {
  panels: PanelState
  onPanels: (change: Partial<PanelState>) => void
}) {
  const { app } = useMessages()
  const [isAboutOpen, setAboutOpen] = useState(false)
  return (
    <header className="top-bar">
      <SiteName />
      <Coverage />
      <div className="top-bar__tools">
        <Button aria-expanded={panels.filters} onClick={() => onPanels({ filters: !panels.filters })}>
          {app.filters}
        </Button>
        <Button aria-expanded={panels.results} onClick={() => onPanels({ results: !panels.results })}>
          {app.results}
        </Button>
        <OpenFile />
        <CopyLink />
        <LanguageChoice />
        <ThemeChoice />
        <Button aria-haspopup="dialog" onClick={() => setAboutOpen(true)}>
          {app.about}
        </Button>
      </div>
      <About isOpen={isAboutOpen} onOpen={() => setAboutOpen(true)} onClose={() => setAboutOpen(false)} />
    </header>
  )
}
