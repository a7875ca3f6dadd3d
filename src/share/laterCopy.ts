import { onDemand } from '../ui/onDemand.tsx'

/** Few browsers need the dialog: its code is in a bundle of its own. */
export const { Part: CopyByHand, preload: preloadCopyByHand } = onDemand(
  async () => (await import('./CopyByHand.tsx')).CopyByHand,
)
