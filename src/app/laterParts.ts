import { onDemand } from './onDemand.tsx'

/** What a first view does without: each in a piece of its own, fetched in idle time after the first view. */
const incidentPanel = onDemand(async () => (await import('../details/IncidentPanel.tsx')).IncidentPanel)
const aboutDialog = onDemand(async () => (await import('./AboutDialog.tsx')).AboutDialog)
const printJob = onDemand(async () => (await import('../print/PrintJob.tsx')).PrintJob)

export const IncidentPanel = incidentPanel.Part
export const AboutDialog = aboutDialog.Part
export const PrintJob = printJob.Part

/** Fetches the pieces, so that the page works offline once it has been loaded. */
export function preloadLaterParts(): void {
  for (const { preload } of [incidentPanel, aboutDialog, printJob]) preload()
}
