import { growable } from '../../../incidents/growable.ts'
import type { EntryKind, FileAccount, FileEntry } from '../fileTable.ts'

const kinds = ['record', 'refused', 'structure'] as const satisfies readonly EntryKind[]

/** An entry of these kinds. */
export type OwnEntry = FileEntry & { kind: (typeof kinds)[number] }

/** Entries of an account that are in several files, in a few numbers each. */
export class OwnEntries {
  private readonly kindOf = growable(Uint8Array)
  private readonly lines = growable(Uint32Array)
  private readonly lastLines = growable(Uint32Array)
  private readonly fileOf = growable(Uint32Array)
  /** Names of the files, each once where its entries follow each other; that of index 0 is none. */
  private readonly files: (string | undefined)[] = [undefined]
  private readonly refused = new Map<number, Pick<FileEntry, 'refusal' | 'fault'>>()

  get count(): number {
    return this.kindOf.length()
  }

  /** @returns index of the entry */
  add({ kind, line, lastLine, file, refusal, fault }: OwnEntry): number {
    const index = this.count
    this.kindOf.push(kinds.indexOf(kind))
    this.lines.push(line)
    this.lastLines.push(lastLine)
    if (file !== undefined && this.files.at(-1) !== file) this.files.push(file)
    this.fileOf.push(file === undefined ? 0 : this.files.length - 1)
    if (refusal) this.refused.set(index, { refusal, ...(fault && { fault }) })
    return index
  }

  /** The account of all entries so far. Nothing may be added afterwards. */
  account(): FileAccount {
    const [kindOf, fileOf] = [this.kindOf.taken(), this.fileOf.taken()]
    const [lines, lastLines] = [this.lines.taken(), this.lastLines.taken()]
    const counts: Partial<Record<EntryKind, number>> = {}
    for (const each of kindOf) {
      const kind = kinds[each]
      if (kind) counts[kind] = (counts[kind] ?? 0) + 1
    }
    return {
      entries: kindOf.length,
      counts,
      entry: (index) => {
        const kind = kinds[kindOf[index] ?? kinds.length]
        if (kind === undefined) throw new RangeError(`no entry ${index}`)
        const file = this.files[fileOf[index] ?? 0]
        return {
          kind,
          line: lines[index] ?? 0,
          lastLine: lastLines[index] ?? 0,
          ...(file !== undefined && { file }),
          ...this.refused.get(index),
        }
      },
    }
  }
}

/** One account of several, one after the other. */
export function joinAccounts(accounts: readonly FileAccount[]): FileAccount {
  const counts: Partial<Record<EntryKind, number>> = {}
  let entries = 0
  for (const each of accounts) {
    entries += each.entries
    for (const kind of kinds) {
      const count = each.counts[kind] ?? 0
      if (count > 0) counts[kind] = (counts[kind] ?? 0) + count
    }
  }
  return {
    entries,
    counts,
    entry(index) {
      let first = 0
      for (const each of accounts) {
        if (index < first + each.entries) return each.entry(index - first)
        first += each.entries
      }
      throw new RangeError(`no entry ${index}`)
    },
  }
}
