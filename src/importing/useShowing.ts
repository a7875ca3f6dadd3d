import { useViewStore } from '../view/useView.ts'
import { clearField, openDataset, returnTo } from '../view/acts.ts'
import { act, setScreen } from '../view/viewStore.ts'
import { OWN_FILES } from '../view/view.ts'
import type { ImportSession } from './importSession.ts'
import { useOwnFiles } from './ownFiles.ts'

let lastId = 0

/** What ends a report: its incidents are shown, or its files are closed. */
export function useShowing(session: ImportSession): {
  /** @param besideManifest as in `FileImport.open` */
  show: (besideManifest: string | null) => void
  closeFiles: () => void
} {
  const { store } = useOwnFiles()
  const views = useViewStore()
  return {
    show(besideManifest) {
      const { files: given, choices, report } = session.store.getState()
      const files = session.present()
      if (!report || !files) return
      const { open } = store.getState()
      const { view } = views.getState()
      lastId += 1
      const before = view.data === OWN_FILES ? (open?.before ?? null) : view
      const ref = { kind: 'files', id: lastId, files, besideManifest, version: null } as const
      store.setState({ open: { given, choices, report, ref, before }, asked: null })
      if (view.data !== OWN_FILES) act(views, openDataset(OWN_FILES))
      else {
        // Other incidents may lie on other days, and tags of what was doubtful may be gone.
        setScreen(views, { timeline: null })
        act(views, clearField('tag'))
      }
      if (open && open.ref.files !== files) open.ref.files.close()
    },
    closeFiles() {
      const { open } = store.getState()
      if (views.getState().view.data === OWN_FILES)
        act(views, open?.before ? returnTo(open.before) : openDataset(null))
      store.setState({ open: null, asked: null })
      open?.ref.files.close()
    },
  }
}
