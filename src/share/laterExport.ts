import { onDemand } from '../ui/onDemand.tsx'

/** The first view does without the dialog: its code is in a bundle of its own. */
export const { Part: ExportDialog, preload: preloadExport } = onDemand(
  async () => (await import('./ExportDialog.tsx')).ExportDialog,
)
