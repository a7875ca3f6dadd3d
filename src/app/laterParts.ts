import { preloadLaterFilters } from '../filters/laterFilters.ts'
import { preloadExport } from '../share/laterExport.ts'
import { preloadControls } from '../timeline/laterControls.ts'
import { onDemand } from '../ui/onDemand.tsx'

// Parts that the first view does without, each in a bundle of its own.
const incidentPanel = onDemand(async () => (await import('../details/IncidentPanel.tsx')).IncidentPanel)
const aboutDialog = onDemand(async () => (await import('./AboutDialog.tsx')).AboutDialog)
const laterNotices = onDemand(async () => (await import('./LaterNotices.tsx')).LaterNotices)
const nothingFound = onDemand(async () => (await import('../filters/NothingFound.tsx')).NothingFound)
const welcomeCard = onDemand(async () => (await import('./WelcomeCard.tsx')).WelcomeCard)
const printJob = onDemand(async () => (await import('../print/PrintJob.tsx')).PrintJob)

export const IncidentPanel = incidentPanel.Part
export const AboutDialog = aboutDialog.Part
export const LaterNotices = laterNotices.Part
export const NothingFound = nothingFound.Part
export const WelcomeCard = welcomeCard.Part
export const PrintJob = printJob.Part

/** Loads the bundles of all parts, so that the page works offline once it has been loaded. Failures show at first use. */
export function preloadLaterParts(): void {
  for (const { preload } of [incidentPanel, aboutDialog, laterNotices, nothingFound, printJob]) preload()
  preloadLaterFilters()
  preloadControls()
  preloadExport()
  import('../map/LegendSigns.tsx').catch(() => {})
}
