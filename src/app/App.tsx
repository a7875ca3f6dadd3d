import { useState, type ReactNode } from 'react'
import { I18nProvider, useMessages } from '../i18n/I18nProvider.tsx'
import { preferredLanguage } from '../i18n/preferredLanguage.ts'
import { useView, ViewStoreContext } from '../view/useView.ts'
import type { LinkReport } from '../view/url/readLink.ts'
import { DatasetGate } from './DatasetGate.tsx'
import { PanelBoundary } from './PanelBoundary.tsx'
import { useTheme } from './useTheme.ts'
import { wire } from './wiring.ts'
import { Workspace } from './Workspace.tsx'
import '../ui/fonts.css'
import '../ui/tokens.css'
import '../ui/base.css'

const nothingToTell: LinkReport = { problems: [], repairs: [] }

/** The page: everything on it shows the state of the one view store. */
export function App() {
  const [link, setLink] = useState<LinkReport>(nothingToTell)
  const [{ store, openSource }] = useState(() => wire(setLink))
  return (
    <ViewStoreContext value={store}>
      <Localised>
        <WholePage>
          <DatasetGate openSource={openSource}>
            <Workspace link={link} onLinkRead={() => setLink(nothingToTell)} />
          </DatasetGate>
        </WholePage>
      </Localised>
    </ViewStoreContext>
  )
}

function Localised({ children }: { children: ReactNode }) {
  const chosen = useView((view) => view.language)
  return <I18nProvider language={chosen ?? preferredLanguage(navigator.languages)}>{children}</I18nProvider>
}

function WholePage({ children }: { children: ReactNode }) {
  useTheme()
  const { common } = useMessages()
  return <PanelBoundary panel={common.appName}>{children}</PanelBoundary>
}
