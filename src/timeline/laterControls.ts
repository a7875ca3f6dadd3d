import { onDemand } from '../ui/onDemand.tsx'

/** The dialog of a narrow timeline, fetched when it is first opened or preloaded. */
const controlsDialog = onDemand(async () => (await import('./ControlsDialog.tsx')).ControlsDialog)

/** Presets, dates, playback and zoom in a dialog. */
export const ControlsDialog = controlsDialog.Part
/** Fetches the dialog's code ahead of its first use. */
export const preloadControls = controlsDialog.preload
