import { onDemand } from '../ui/onDemand.tsx'
import { preloadCalendar } from './laterCalendar.ts'

const controlsDialog = onDemand(async () => (await import('./ControlsDialog.tsx')).ControlsDialog)
const dateFields = onDemand(async () => (await import('./DateFields.tsx')).DateFields)

/** Presets, dates, playback and zoom in a dialog. Fetched when it is first opened or preloaded. */
export const ControlsDialog = controlsDialog.Part
/** The chosen days as text fields: a first view without them shows the same days in words. */
export const DateFields = dateFields.Part

/** Fetches their code ahead of its first use. */
export function preloadControls(): void {
  for (const { preload } of [controlsDialog, dateFields]) preload()
  preloadCalendar()
}
