import { onDemand } from '../ui/onDemand.tsx'

/** What only a narrow timeline opens. */
const controlsDialog = onDemand(async () => (await import('./ControlsDialog.tsx')).ControlsDialog)

export const ControlsDialog = controlsDialog.Part
export const preloadControls = controlsDialog.preload
