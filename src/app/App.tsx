import { useState, type ReactNode } from 'react'
import { I18nProvider, useMessages } from '../i18n/I18nProvider.tsx'
import { preferredLanguage } from '../i18n/preferredLanguage.ts'
import { useView, ViewStoreContext } from '../view/useView.ts'
import type { LinkReport } from '../view/url/readLink.ts'
import { FileEntry } from '../importing/FileEntry.tsx'
import { OwnFilesContext, useAsk } from '../importing/ownFiles.ts'
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
  const [{ store, openSource, ownFiles }] = useState(() => wire(setLink))
  return (
    <ViewStoreContext value={store}>
      <OwnFilesContext value={ownFiles}>
        <Localised>
          <WholePage>
            <DatasetGate openSource={openSource}>
              <Workspace link={link} onLinkRead={() => setLink(nothingToTell)} />
            </DatasetGate>
          </WholePage>
          <Files />
        </Localised>
      </OwnFilesContext>
    </ViewStoreContext>
  )
}

function Localised({ children }: { children: ReactNode }) {
  const chosen = useView((view) => view.language)
  return <I18nProvider language={chosen ?? preferredLanguage(navigator.languages)}>{children}</I18nProvider>
}

/** The way in for files of the user, also where no data set could be opened. */
function Files() {
  const { app } = useMessages()
  const isEmbedded = useView(({ embed }) => embed)
  const ask = useAsk()
  if (isEmbedded) return null
  return (
    <PanelBoundary panel={app.openFile} onDismiss={() => ask(null)}>
      <FileEntry />
    </PanelBoundary>
  )
}

function WholePage({ children }: { children: ReactNode }) {
  useTheme()
  const { common } = useMessages()
  return <PanelBoundary panel={common.appName}>{children}</PanelBoundary>
}
