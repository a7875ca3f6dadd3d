import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { FileImport } from '../query/fileImport.ts'
import type { ImportChoices, ImportReport } from '../query/importReport.ts'
import type { FilesRef } from '../query/sourceRef.ts'
import type { View } from '../view/view.ts'

/** Files of the user that are open as the data set, or were until they looked at the published one again. */
export interface OpenFiles {
  given: readonly File[]
  choices: ImportChoices
  report: ImportReport
  ref: FilesRef
  /** The view of the published data to go back to. */
  before: View | null
}

/** What the dialog is open for. */
export type Asked =
  /** The way in; where files are open, their report. */
  | { kind: 'begin' }
  | { kind: 'files'; files: readonly File[]; choices?: ImportChoices }
  | { kind: 'addresses' }

export interface OwnFilesState {
  open: OpenFiles | null
  /** null: the dialog is closed. */
  asked: Asked | null
  /** Whether files are being dragged over the page. */
  isDragging: boolean
  /** Whether files may have been kept on an earlier visit. */
  mayHaveKept: boolean
}

/** The state of the user's own files, and what makes an import of files. */
export interface OwnFiles {
  store: StoreApi<OwnFilesState>
  /** Rejects where its code cannot be loaded. */
  importFiles: (files: readonly File[]) => Promise<FileImport>
  /** URL of the manifest of a published data set; null where the page may not open it. @param data as in `View` */
  manifestOf: (data: string | null) => string | null
}

/** The state in which no files are open, and no dialog is. */
export function createOwnFiles(parts: Omit<OwnFiles, 'store'>): OwnFiles {
  return {
    store: createStore<OwnFilesState>(() => ({
      open: null,
      asked: null,
      isDragging: false,
      mayHaveKept: false,
    })),
    ...parts,
  }
}

export const OwnFilesContext = createContext<OwnFiles | null>(null)

/** @throws Error where no OwnFilesContext is above the component */
export function useOwnFiles(): OwnFiles {
  const own = useContext(OwnFilesContext)
  if (!own) throw new Error('no OwnFilesContext above this component')
  return own
}

/** Files that are open. */
export function useOpenFiles(): OpenFiles | null {
  return useStore(useOwnFiles().store, ({ open }) => open)
}

/** Opens the dialog for something; null closes it. */
export function useAsk(): (asked: Asked | null) => void {
  const { store } = useOwnFiles()
  return (asked) => store.setState({ asked })
}
