import type { EstimateTexts } from '../en/estimates.ts'

export const estimates: EstimateTexts = {
  about: (n, margin) => `نحو ${n}، بهامش خطأ ${margin}،`,
  under: (n) => `أقل من ${n}`,
}
