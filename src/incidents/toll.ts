import type { Casualties, CasualtyCount, CountRange } from './incident.ts'
import type { TollStanding } from './vocabulary.ts'

/** What all claimants together say of the dead, or of the wounded. */
export interface Toll {
  standing: TollStanding
  /**
   * Least and most people that any claimant gives a number of; null where none does. `max` null with `min` given:
   * "at least". Numbers for different groups are never added up, as they may overlap: standing `by-group` has the
   * largest of them as `min`.
   */
  min: number | null
  max: number | null
}

/** One claimant's words on one group. */
interface Statement {
  by: string
  group: string
  /** Undefined where no number is given. */
  range: { min: number; max: number } | undefined
  kind: 'number' | 'some' | 'either' | 'none-confirmed'
}

/** The group that stands for everybody. */
const EVERYBODY = 'all'

/** What the claimants together say of the dead, or of the wounded. */
export function tollOf(casualties: readonly Casualties[], which: 'killed' | 'wounded'): Toll {
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

function statementOf(entry: Casualties, which: 'killed' | 'wounded'): Statement | undefined {
  const by = JSON.stringify(entry.by)
  const group =
    JSON.stringify(entry.group) === JSON.stringify(EVERYBODY) ? EVERYBODY : JSON.stringify(entry.group)
  const own = entry[which]
  if (own !== undefined) return { by, group, ...said(own) }
  if (entry.killedOrWounded === undefined) return undefined
  const { kind, range } = said(entry.killedOrWounded)
  // Nobody killed or wounded is nobody killed; any other number may be all of the one or all of the other.
  return {
    by,
    group,
    ...(kind === 'none-confirmed' || range?.max === 0
      ? { kind, range }
      : { kind: 'either', range: undefined }),
  }
}

function said(count: CasualtyCount): Pick<Statement, 'kind' | 'range'> {
  switch (count) {
    case 'some':
    case 'none-confirmed':
      return { kind: count, range: undefined }
    case 'none':
      return { kind: 'number', range: { min: 0, max: 0 } }
    default:
      return { kind: 'number', range: ends(count) }
  }
}

/** An end that no one gave is open. */
function ends({ min = 0, max = Infinity }: CountRange): { min: number; max: number } {
  return { min, max }
}

function standingWithoutNumber(statements: readonly Statement[]): TollStanding {
  const kinds = new Set(statements.map(({ kind }) => kind))
  if (kinds.size === 0) return 'not-reported'
  if (kinds.has('none-confirmed')) return kinds.size === 1 ? 'none-confirmed' : 'contested'
  return kinds.has('some') ? 'some' : 'killed-or-wounded'
}

/** Whether two claimants say what cannot both be true; of groups, only where one lies within the other. */
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

/** Whether what is said of the whole leaves no room for what is said of the part. */
function excludes(whole: Statement, part: Statement): boolean {
  if (whole.kind === 'none-confirmed' || whole.range?.max === 0) return saysThereWere(part)
  return whole.range !== undefined && part.range !== undefined && part.range.min > whole.range.max
}

function saysThereWere({ kind, range }: Statement): boolean {
  return kind === 'some' || kind === 'either' || (range !== undefined && range.min > 0)
}
