import type { TextEntries } from '../textEntries.ts'
import type { WarningList } from '../warningList.ts'
import { recordLists, type RecordList } from './jsonLayout.ts'
import { JsonScanner } from './jsonScanner.ts'
import { JsonTable } from './jsonTable.ts'
import { Resumption } from './resumeAfterDamage.ts'

/** Lists of records after which further documents in the same text are not read. */
const MAX_TABLES = 1000

const COMMA = 0x2c
const OPEN_LIST = 0x5b
const CLOSE_LIST = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d

/** Finds the records of a JSON text of one or more documents, and accounts for all of it. */
export class JsonDocuments {
  /** Text before, between and after the lists of records. */
  readonly surroundings: string[] = []
  private readonly tables: JsonTable[] = []
  private readonly text: string
  private readonly entries: TextEntries
  private readonly warnings: WarningList
  private readonly scanner: JsonScanner
  private readonly resumption: Resumption
  /** Offset of what holds records together and has no entry yet. */
  private structureAt: number | undefined

  constructor(text: string, entries: TextEntries, warnings: WarningList) {
    this.text = text
    this.entries = entries
    this.warnings = warnings
    this.scanner = new JsonScanner(text)
    this.resumption = new Resumption(text)
  }

  /** Reads all, unless a table gets too wide. Yields the offset that has been reached. */
  *read(): Generator<number, JsonTable[], void> {
    const { scanner } = this
    for (let code = scanner.peek(); code === OPEN_LIST || code === OPEN_OBJECT; code = scanner.peek()) {
      if (this.tables.length >= MAX_TABLES) break
      const lists = yield* recordLists(this.text, scanner.at)
      for (const list of lists) {
        const table = new JsonTable(this.text, list)
        this.tables.push(table)
        if (list.kind !== 'single') this.open(list)
        yield* this.records(table)
        if (list.kind !== 'single' && scanner.at < this.text.length) this.close()
        if (table.tooWide) return this.tables
      }
      this.closeObjects(lists.at(-1)?.level ?? 0)
    }
    if (scanner.at < this.text.length) this.refuseRest()
    else this.flushStructure(this.text.length)
    return this.tables
  }

  private open({ at }: RecordList): void {
    this.structureAt ??= this.scanner.at
    this.surroundings.push(this.text.slice(this.structureAt, at))
    this.scanner.at = at + 1
  }

  /** Moves over the bracket that ends a list. */
  private close(): void {
    this.structureAt ??= this.scanner.at
    this.scanner.at += 1
  }

  /** Goes on from the last list of a document to its end. @param level number of objects that the list lies in */
  private closeObjects(level: number): void {
    const { scanner } = this
    const from = scanner.at
    for (let open = level; open > 0 && !Number.isNaN(scanner.peek());) {
      if (scanner.take(CLOSE_OBJECT)) open -= 1
      else if (
        !scanner.take(COMMA) ||
        (scanner.peek() !== CLOSE_OBJECT && !(scanner.key() && scanner.value()))
      )
        break
    }
    this.surroundings.push(this.text.slice(from, scanner.at))
  }

  /** The records up to the closing bracket of a list, or to the end of the text. */
  private *records(table: JsonTable): Generator<number, void, void> {
    const { scanner } = this
    const closing = table.kind === 'keyed' ? CLOSE_OBJECT : CLOSE_LIST
    let known: number | undefined
    let separated = true
    for (;;) {
      const code = scanner.peek()
      if (scanner.take(COMMA)) {
        if (separated) this.warnAt('json-not-strict', scanner.at)
        separated = true
        continue
      }
      if (Number.isNaN(code)) {
        if (table.kind !== 'single') this.warnAt('truncated', this.text.length)
        return
      }
      if ((code === CLOSE_LIST || code === CLOSE_OBJECT) && table.kind !== 'single') {
        if (code !== closing) this.warnAt('json-not-strict', scanner.at)
        return
      }
      if (!separated && table.kind !== 'single') this.warnAt('json-not-strict', scanner.at)
      separated = false
      const reached = this.record(table, known)
      if (reached === undefined) separated = true
      else known = reached
      yield scanner.at
      if (table.tooWide) return
    }
  }

  /**
   * Reads or refuses one record. @param known offset of the last whole object; undefined where there is none
   * @returns the new one; undefined after damage, when `scanner` is at the next whole object or at the end
   */
  private record(table: JsonTable, known: number | undefined): number | undefined {
    const { scanner } = this
    const from = scanner.at
    this.flushStructure(from)
    const named = table.kind !== 'keyed' || scanner.peek() === OPEN_OBJECT || scanner.key()
    scanner.peek()
    const start = scanner.at
    if (!named || !scanner.value()) {
      scanner.at = this.resumption.next(from, known ?? start)
      this.entries.add('refused', from, scanner.at, 'damaged-record')
      return undefined
    }
    const span = { from, start, end: scanner.at }
    const code = scanner.deep ? 'too-deep' : table.refusal(span)
    const entry = this.entries.add(code ? 'refused' : 'record', from, scanner.at, code)
    if (scanner.loose) this.warnAt('json-not-strict', scanner.at)
    if (code) return known ?? start
    table.add(span, entry)
    return start
  }

  private flushStructure(end: number): void {
    if (this.structureAt !== undefined) this.entries.add('structure', this.structureAt, end)
    this.structureAt = undefined
  }

  /** Accounts for what follows damage, or the end of the last document: brackets without a partner, or anything. */
  private refuseRest(): void {
    const from = this.scanner.at
    if (/^[\s\]}),;]*$/.test(this.text.slice(from))) {
      this.warnAt('json-not-strict', from)
      this.structureAt ??= from
      this.flushStructure(this.text.length)
    } else {
      this.flushStructure(from)
      this.entries.add('refused', from, this.text.length, 'damaged-record')
    }
    this.scanner.at = this.text.length
  }

  private warnAt(code: string, offset: number): void {
    this.warnings.add(code, this.entries.lineOf(offset))
  }
}
