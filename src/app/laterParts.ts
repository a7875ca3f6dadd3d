import { preloadEstimates } from '../counts/useTold.tsx'
import { preloadLaterFilters } from '../filters/laterFilters.ts'
import { preloadFilesPart } from '../importing/laterFiles.ts'
import { preloadCopyByHand } from '../share/laterCopy.ts'
import { preloadExport } from '../share/laterExport.ts'
import { preloadControls } from '../timeline/laterControls.ts'
import { onDemand } from '../ui/onDemand.tsx'

/** What the first view does without. Each has its own file, fetched after the first view. */
const incidentPanel = onDemand(async () => (await import('../details/IncidentPanel.tsx')).IncidentPanel)
const aboutDialog = onDemand(async () => (await import('./AboutDialog.tsx')).AboutDialog)
const laterNotices = onDemand(async () => (await import('./LaterNotices.tsx')).LaterNotices)
const nothingFound = onDemand(async () => (await import('../filters/NothingFound.tsx')).NothingFound)
const welcomeCard = onDemand(async () => (await import('./WelcomeCard.tsx')).WelcomeCard)
const menuPopover = onDemand(async () => (await import('./MenuPopover.tsx')).MenuPopover)
const printJob = onDemand(async () => (await import('../print/PrintJob.tsx')).PrintJob)

/** The open incident. */
export const IncidentPanel = incidentPanel.Part
/** What the data set and the page are. */
export const AboutDialog = aboutDialog.Part
/** Notices that few visits need. */
export const LaterNotices = laterNotices.Part
/** What to do when no incident passes the filters. */
export const NothingFound = nothingFound.Part
/** The card of a first visit. */
export const WelcomeCard = welcomeCard.Part
/** The menu of the page. */
export const MenuPopover = menuPopover.Part
/** Printing the view. */
export const PrintJob = printJob.Part

/** Fetches them all, so that the page then works offline. */
export function preloadLaterParts(): void {
  const parts = [menuPopover, incidentPanel, aboutDialog, laterNotices, nothingFound, printJob]
  for (const { preload } of parts) preload()
  preloadLaterFilters()
  preloadControls()
  preloadCopyByHand()
  preloadExport()
  preloadFilesPart()
  import('../map/LegendSigns.tsx').catch(() => {})
  preloadEstimates()
}
