import { onDemand } from '../ui/onDemand.tsx'

const basemapPart = onDemand(async () => {
  try {
    return (await import('./basemaps/BasemapPart.tsx')).BasemapPart
  } catch {
    // The map goes on without the choice of a basemap.
    return () => null
  }
})

/** The choice of a basemap; nothing where its code cannot be fetched. */
export const BasemapPart = basemapPart.Part
