import type { Engine } from '../../src/engine/engine.ts'
import type { IncidentTexts } from '../../src/incidents/columns.ts'

/** Indexes texts to the end, at one go. @returns how many steps it took */
export function indexAll(engine: Engine, texts: IncidentTexts): number {
  return [...engine.addTexts(texts)].length
}
