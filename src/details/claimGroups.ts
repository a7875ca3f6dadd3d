import type { Claim, Incident } from '../incidents/incident.ts'
import { matters, stances, type Matter } from '../incidents/vocabulary.ts'

/** What one party says on one matter, in the same sources and by the same way; `says` are indices into the claims. */
export interface Statement {
  claim: Claim
  says: number[]
}

/** What is said on one matter: what is asserted first, then what contradicts it. No matter: of none in particular. */
export interface ClaimGroup {
  matter: Matter | undefined
  isDisputed: boolean
  statements: Statement[]
}

/** The claims of an incident by what they are about: what is disputed first, what is of no matter in particular last. */
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

/** Claims that share all but what they say, as one statement, at the place of the first. */
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
