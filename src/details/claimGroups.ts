import type { Claim, Incident } from '../incidents/incident.ts'
import { matters, stances, type Matter } from '../incidents/vocabulary.ts'

/**
 * What one party says on one matter in the same sources and by the same medium. `says`: indices into the
 * record's claims.
 */
export interface Statement {
  claim: Claim
  says: number[]
}

/**
 * The claims on one matter: assertions first, then denials and disputes. `matter` is undefined for claims that
 * are about none of the vocabulary.
 */
export interface ClaimGroup {
  matter: Matter | undefined
  isDisputed: boolean
  statements: Statement[]
}

/** The claims of an incident by matter: disputed matters first, claims without a matter last. */
export function claimGroups({ claims = [], disputed = [] }: Incident): ClaimGroup[] {
  const order: (Matter | undefined)[] = [
    ...disputed,
    ...matters.filter((matter) => !disputed.includes(matter)),
    undefined,
  ]
  return order.flatMap((matter) => {
    const statements = stances.flatMap((stance) =>
      merged(claims, (claim) => claim.matter === matter && claim.stance === stance),
    )
    const isDisputed = matter !== undefined && disputed.includes(matter)
    return statements.length === 0 ? [] : [{ matter, isDisputed, statements }]
  })
}

/**
 * Joins claims that differ only in what they say into one statement, in the order of the record.
 * @param isTaken which claims to take
 */
function merged(claims: readonly Claim[], isTaken: (claim: Claim) => boolean): Statement[] {
  const statements = new Map<string, Statement>()
  claims.forEach((claim, index) => {
    if (!isTaken(claim)) return
    const key = JSON.stringify([claim.by, claim.attributedTo, claim.via, claim.sources])
    const statement = statements.get(key)
    if (statement) statement.says.push(index)
    else statements.set(key, { claim, says: [index] })
  })
  return [...statements.values()]
}
