import { onDemand } from '../ui/onDemand.tsx'

/** Loaded when it is needed, or the page has time. */
export const { Part: FilesPart, preload: preloadFilesPart } = onDemand(
  async () => (await import('./FilesPart.tsx')).FilesPart,
)
