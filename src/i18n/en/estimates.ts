/** Texts of counts that are estimated from a sample. */
export const estimates = {
  about: (n: string, margin: string) => `about ${n}, give or take ${margin},`,
  under: (n: string) => `fewer than ${n}`,
}

/** Shape of the texts of estimates. */
export type EstimateTexts = typeof estimates
