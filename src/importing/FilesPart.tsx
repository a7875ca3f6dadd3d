import type { ReactNode } from 'react'
import { AddressDialog } from './AddressDialog.tsx'
import { DropOverlay } from './DropOverlay.tsx'
import { ImportDialog } from './ImportDialog.tsx'
import { KeptOffer } from './KeptOffer.tsx'
import { MissingFiles } from './MissingFiles.tsx'
import { OwnFilesBar } from './OwnFilesBar.tsx'

/**
 * One part of what concerns the user's own files. All of them are in one bundle, as they share their texts; it is loaded
 * when the first is needed.
 */
export type FilesPartName = 'addresses' | 'bar' | 'dialog' | 'kept' | 'missing' | 'overlay'

const parts: Readonly<Record<FilesPartName, () => ReactNode>> = {
  addresses: AddressDialog,
  bar: OwnFilesBar,
  dialog: ImportDialog,
  kept: KeptOffer,
  missing: MissingFiles,
  overlay: DropOverlay,
}

/** @param of which part */
export function FilesPart({ of }: { of: FilesPartName }) {
  const Part = parts[of]
  return <Part />
}
