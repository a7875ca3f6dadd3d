/** Tags that tell two layers of one table apart: the incidents of the user's files, and the published ones. */
export const layerTags = { yours: 'layer: yours', published: 'layer: published' } as const
