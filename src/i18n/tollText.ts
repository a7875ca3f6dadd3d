import type { Toll } from '../incidents/toll.ts'
import type { Messages } from './en/en.ts'

/**
 * A toll in words: the number of dead or why there is none, and its standing if there is a number or a dispute.
 */
export interface TollText {
  text: string
  standing: string | undefined
  /** Whether several claimants give the number and no one contradicts it: only then may it be bold. */
  isAgreed: boolean
}

/** A toll in words, never a number without its standing. */
export function tollText({ standing, min, max }: Toll, { common }: Messages): TollText {
  const words = common.tollStanding
  switch (standing) {
    case 'one-claimant':
    case 'several-claimants':
    case 'contested':
      return {
        text: min === null ? common.deathsWithoutNumber.contested : common.fatalities(min, max),
        standing: words[standing],
        isAgreed: standing === 'several-claimants',
      }
    case 'not-reported':
    case 'none-confirmed':
    case 'killed-or-wounded':
    case 'some':
    case 'by-group':
    case 'none-or-unknown':
      return { text: common.deathsWithoutNumber[standing], standing: undefined, isAgreed: false }
  }
}
