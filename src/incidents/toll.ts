import type { Casualties, CasualtyCount, CountRange } from './incident.ts'
import type { TollStanding } from './vocabulary.ts'

/** The numbers of dead, or of wounded, that all claimants of an incident give, taken together. */
export interface Toll {
  /** How the claimants' numbers relate to each other. */
  standing: TollStanding
  /**
   * Smallest and largest number of people that any claimant gives; both null where no claimant gives a number. `max`
   * alone is null where a claimant gives only a lower bound ("at least 22"). Numbers for different groups are never
   * added, as groups may overlap: where there are only such numbers (`by-group`), `min` is the largest of the groups'
   * least numbers and `max` is null.
   */
  min: number | null
  max: number | null
}

/** What one claimant says about one group. */
interface Statement {
  /** The claimant, and the group counted: JSON texts, only compared; `group` is EVERYBODY for all people. */
  by: string
  group: string
  /** Both inclusive; `max` is Infinity for "at least". undefined where the claimant gives no number. */
  range: { min: number; max: number } | undefined
  /** `either`: dead or wounded, which the report does not separate. */
  kind: 'number' | 'some' | 'either' | 'none-confirmed' | 'none-or-unknown'
}

/** The group of all people; every other group is a part of it. */
const EVERYBODY = 'all'

/**
 * The toll of an incident.
 * @param casualties what each claimant says about each group
 * @param which the dead or the wounded
 */
export function tollOf(casualties: readonly Casualties[], which: 'killed' | 'wounded'): Toll {
  const [only, ...others] = casualties
  if (!only) return { standing: 'not-reported', min: null, max: null }
  if (others.length === 0) return tollOfOne(only, which)
  const statements = casualties.flatMap((entry) => statementOf(entry, which) ?? [])
  const numbered = statements.filter(isNumbered)
  if (numbered.length === 0) return { standing: standingWithoutNumber(statements), min: null, max: null }
  const groups = groupsOf(statements.filter((each) => isNumbered(each) || saysThereWere(each)))
  const counted = groups.length === 1 ? numbered : numbered.filter(({ group }) => group === EVERYBODY)
  const isContested = contradictory(statements)
  if (counted.length === 0) {
    const least = groupsOf(numbered).map((group) => leastOf(numbered.filter((each) => each.group === group)))
    return { standing: isContested ? 'contested' : 'by-group', min: Math.max(...least), max: null }
  }
  const most = Math.max(...counted.map(({ range }) => range.max))
  const claimants = new Set(counted.map(({ by }) => by)).size
  return {
    standing: isContested ? 'contested' : claimants > 1 ? 'several-claimants' : 'one-claimant',
    min: leastOf(counted),
    max: Number.isFinite(most) ? most : null,
  }
}

/** The same where there is one entry, as in most records. */
function tollOfOne(entry: Casualties, which: 'killed' | 'wounded'): Toll {
  const counted = countIn(entry, which)
  if (!counted?.range)
    return { standing: standingWithoutNumber(counted ? [counted] : []), min: null, max: null }
  const { min, max } = counted.range
  return { standing: 'one-claimant', min, max: Number.isFinite(max) ? max : null }
}

type Numbered = Statement & { range: NonNullable<Statement['range']> }

function isNumbered(statement: Statement): statement is Numbered {
  return statement.range !== undefined
}

function groupsOf(statements: readonly Statement[]): string[] {
  return [...new Set(statements.map(({ group }) => group))]
}

function leastOf(statements: readonly Numbered[]): number {
  return Math.min(...statements.map(({ range }) => range.min))
}

type Counted = Pick<Statement, 'kind' | 'range'>

function statementOf(entry: Casualties, which: 'killed' | 'wounded'): Statement | undefined {
  const counted = countIn(entry, which)
  if (!counted) return undefined
  const by = JSON.stringify(entry.by)
  const group = entry.group === EVERYBODY ? EVERYBODY : JSON.stringify(entry.group)
  return { by, group, ...counted }
}

function countIn(entry: Casualties, which: 'killed' | 'wounded'): Counted | undefined {
  const own = entry[which]
  if (own !== undefined) return said(own)
  if (entry.killedOrWounded === undefined) return undefined
  const { kind, range } = said(entry.killedOrWounded)
  // "None killed or wounded" means none killed, and so does "none or unknown". Of any other number, none or all may be
  // dead: it gives no range.
  return kind === 'none-confirmed' || kind === 'none-or-unknown' || range?.max === 0
    ? { kind, range }
    : { kind: 'either', range: undefined }
}

/** The kind and range of one count. */
function said(count: CasualtyCount): Counted {
  switch (count) {
    case 'some':
    case 'none-confirmed':
    case 'none-or-unknown':
      return { kind: count, range: undefined }
    case 'none':
      return { kind: 'number', range: { min: 0, max: 0 } }
    default:
      return { kind: 'number', range: ends(count) }
  }
}

/** A range with 0 and Infinity in place of missing ends. */
function ends({ min = 0, max = Infinity }: CountRange): { min: number; max: number } {
  return { min, max }
}

function standingWithoutNumber(statements: readonly Counted[]): TollStanding {
  if (statements.length === 0) return 'not-reported'
  // A claimant who may not know contradicts nobody.
  const kinds = new Set(statements.map(({ kind }) => kind).filter((kind) => kind !== 'none-or-unknown'))
  if (kinds.size === 0) return 'none-or-unknown'
  if (kinds.has('none-confirmed')) return kinds.size === 1 ? 'none-confirmed' : 'contested'
  return kinds.has('some') ? 'some' : 'killed-or-wounded'
}

/**
 * Whether two claimants contradict each other. Statements about two groups are compared only where one group contains
 * the other: a part cannot be larger than the whole.
 */
function contradictory(statements: readonly Statement[]): boolean {
  return statements.some((one) =>
    statements.some(
      (other) => one.by !== other.by && isPartOrSame(one.group, other.group) && excludes(other, one),
    ),
  )
}

function isPartOrSame(part: string, whole: string): boolean {
  return part === whole || whole === EVERYBODY
}

/** Whether a statement about the part cannot be true where the statement about the whole is. */
function excludes(whole: Statement, part: Statement): boolean {
  if (whole.kind === 'none-confirmed' || whole.range?.max === 0) return saysThereWere(part)
  return whole.range !== undefined && part.range !== undefined && part.range.min > whole.range.max
}

/** Whether the statement means that at least one person was killed (or wounded). */
function saysThereWere({ kind, range }: Statement): boolean {
  return kind === 'some' || kind === 'either' || (range !== undefined && range.min > 0)
}
