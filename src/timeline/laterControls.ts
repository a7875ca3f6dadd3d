import { onDemand } from '../ui/onDemand.tsx'

/** Controls whose code is fetched when they are first opened or preloaded. */
const controlsDialog = onDemand(async () => (await import('./ControlsDialog.tsx')).ControlsDialog)
const calendar = onDemand(async () => (await import('./Calendar.tsx')).Calendar)

/** Presets, dates, playback and zoom in a dialog. */
export const ControlsDialog = controlsDialog.Part
/** A month of which a day can be chosen. */
export const Calendar = calendar.Part

/** Fetches their code ahead of its first use. */
export function preloadControls(): void {
  controlsDialog.preload()
  calendar.preload()
}
