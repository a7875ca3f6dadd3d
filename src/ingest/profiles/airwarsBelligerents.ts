import { isMissing } from '../fields/missingWords.ts'
import type { RowActor, RowIncident } from '../rowIncident.ts'
import { listOf, textsIn } from './rowTexts.ts'

type Cell = (...names: string[]) => string

/** Whom Airwars suspects, or knows: how it says so, and the names of the columns. */
const sayings = [
  {
    columns: ['Suspected belligerent', 'Suspected belligerents', 'military_original', 'alleged_belligerent'],
    arabic: ['military_ar', 'alleged_belligerent_ar'],
    says: { en: 'Suspected belligerent', ar: 'الجهة المشتبه بها' },
  },
  {
    columns: ['Known belligerent'],
    arabic: [],
    says: { en: 'Known belligerent', ar: 'الجهة المعروفة' },
  },
] as const

/**
 * The belligerents of a case, as parties, and as claims of Airwars that one is suspected or known.
 * @param cell the text of the first of these columns that says something
 */
export function airwarsBelligerents(cell: Cell): {
  actors: RowActor[]
  claims: NonNullable<RowIncident['claims']>
} {
  const actors = new Map<string, RowActor>()
  const claims: NonNullable<RowIncident['claims']> = []
  for (const { columns, arabic, says } of sayings) {
    const names = listOf(cell(...columns), ',')
    const arabicNames = listOf(cell(...arabic).replaceAll('،', ','), ',')
    names.forEach((en, at) => {
      const name = textsIn({ en, ar: arabicNames.length === names.length ? (arabicNames[at] ?? '') : '' })
      if (!name || isMissing(en)) return
      if (!actors.has(en)) actors.set(en, { name, role: 'party' })
    })
    if (names.length === 0) continue
    const text = {
      en: `${says.en}: ${names.join(', ')}`,
      ar: arabicNames.length > 0 ? `${says.ar}: ${arabicNames.join('، ')}` : '',
    }
    const claim = textsIn(text)
    if (claim) claims.push({ by: 'Airwars', stance: 'asserts', matter: 'responsibility', says: claim })
  }
  return { actors: [...actors.values()], claims }
}
