import type { EstimateTexts } from '../en/estimates.ts'

export const estimates: EstimateTexts = {
  about: (n, margin) => `environ ${n}, à ${margin} près,`,
  under: (n) => `moins de ${n}`,
}
