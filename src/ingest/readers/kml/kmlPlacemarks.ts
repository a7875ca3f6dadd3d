import type { RejectionCode } from '../../../query/importReport.ts'
import { MAX_CELL_LENGTH, MAX_COLUMNS } from '../csvSyntax.ts'
import { FileFault } from '../fileFault.ts'
import type { FileTable } from '../fileTable.ts'
import { createPackedTable } from '../packedTable.ts'
import type { TextEntries } from '../textEntries.ts'
import type { WarningList } from '../warningList.ts'
import { createKmlParser, type KmlHandlers } from './kmlParser.ts'
import { Placemark } from './placemark.ts'

/** Most levels of elements around and in a placemark. */
const MAX_DEPTH = 64

/** Levels beyond which a file is given up. */
const HOPELESS_DEPTH = 1000

/** Errors in one placemark, or between two, beyond which it is given up; each costs the parser some time. */
const MAX_ERRORS = 1000

/** Damages in a file after which the rest of it is refused as a whole. */
const MAX_DAMAGES = 200_000

/** Characters that are given to the parser at once. */
const CHUNK = 32 * 1024

/** An element that holds others: such as a folder. */
interface Container {
  name: string
  /** Its `name` element, shown as the folder of its placemarks; '' for all but folders. */
  label: string
}

/** Stops the parser where the structure is broken. */
class Broken extends Error {}

/** Finds the placemarks of a KML text, and accounts for all of it. */
export class KmlPlacemarks implements KmlHandlers {
  /** Number of links to other files, which are never fetched. */
  networkLinks = 0
  private readonly table = createPackedTable('')
  private readonly columns = new Map<string, number>()
  private readonly input: string
  private readonly entries: TextEntries
  private readonly warnings: WarningList
  private containers: Container[] = []
  private label = ''
  private placemark: Placemark | undefined
  private placemarkStart = 0
  private tooDeep = false
  /** Errors since the last placemark began or ended. */
  private errors = 0
  /** Whether the text ended within an element. */
  private isTruncated = false
  /** The containers of the last placemark, from which reading goes on after damage. */
  private around: Container[] = []
  /** Offset after the last entry. */
  private done = 0
  /** Where the structure broke; undefined while it has not. */
  private brokenAt: number | undefined
  /** Characters that may still be gone through twice, so that hostile texts take linear time. */
  private budget: number
  private damages = 0

  constructor(input: string, entries: TextEntries, warnings: WarningList) {
    this.input = input
    this.entries = entries
    this.warnings = warnings
    this.budget = 4 * input.length
  }

  /** Reads all. Yields the offset that has been reached. @throws FileFault `too-many-columns` */
  *read(): Generator<number, FileTable, void> {
    for (let from = 0; from < this.input.length;) {
      yield* this.parse(from)
      from = this.resume()
    }
    if (this.input.slice(this.done).trim() !== '') this.entries.add('structure', this.done, this.input.length)
    return this.table.finish()
  }

  open(name: string, attributes: ReadonlyMap<string, string>, offset: number): void {
    const depth = this.containers.length + (this.placemark?.depth ?? 0)
    if (depth > HOPELESS_DEPTH) throw new FileFault('damaged-file')
    if (name === 'Placemark') {
      if (this.placemark) this.break(offset)
      this.openPlacemark(attributes.get('id') ?? '', offset)
    } else if (this.placemark) {
      this.placemark.open(name, attributes)
      if (depth >= MAX_DEPTH) this.tooDeep = true
    } else {
      if (name === 'NetworkLink') this.networkLinks += 1
      this.containers.push({ name, label: '' })
    }
    this.label = ''
  }

  text(text: string): void {
    if (this.placemark) this.placemark.addText(text)
    else this.label += text
  }

  close(name: string, end: number): void {
    if (this.placemark?.depth === 0) this.closePlacemark(this.placemark, end)
    else if (this.placemark) this.placemark.close(name)
    else {
      this.containers.pop()
      const parent = this.containers.at(-1)
      if (name === 'name' && parent?.name === 'Folder') parent.label = this.label.trim()
    }
  }

  error(damage: boolean, offset: number): void {
    this.errors += 1
    if (this.errors > MAX_ERRORS || (damage && (this.placemark || offset < this.input.length)))
      this.break(offset)
    this.warn(damage ? 'truncated' : 'xml-not-strict')
  }

  /** Stops the parser. */
  private break(offset: number): never {
    this.brokenAt = offset
    throw new Broken()
  }

  private *parse(from: number): Generator<number, void, void> {
    const ancestors = this.around.map(({ name }) => name)
    this.containers = this.around.map((container) => ({ ...container }))
    this.errors = 0
    const parser = createKmlParser(this, this.input, from, ancestors)
    try {
      for (let at = from; at < this.input.length; at += CHUNK) {
        parser.write(this.input.slice(at, at + CHUNK))
        yield Math.min(at + CHUNK, this.input.length)
      }
      parser.close()
    } catch (error) {
      if (!(error instanceof Broken)) throw error
      yield this.brokenAt ?? this.input.length
    }
  }

  /** Accounts for damage. @returns offset of the next placemark, from which reading goes on */
  private resume(): number {
    const { brokenAt, input } = this
    if (brokenAt === undefined) {
      if (this.isTruncated) this.refuseHidden(this.placemarkFrom(this.done), input.length, input.length)
      return input.length
    }
    const start = this.placemark ? this.placemarkStart + 1 : this.done
    const from = brokenAt < input.length ? Math.max(start, brokenAt) : start
    this.budget -= brokenAt - from
    this.damages += 1
    const isHopeless = this.budget < 0 || this.damages > MAX_DAMAGES
    const next = isHopeless ? input.length : this.placemarkFrom(from)
    if (this.placemark) {
      this.entries.add('refused', this.placemarkStart, next, 'damaged-record')
      this.done = next
    } else {
      this.warn('xml-not-strict')
      this.refuseHidden(this.placemarkFrom(this.done), from, next)
    }
    this.placemark = undefined
    this.brokenAt = undefined
    return next
  }

  /**
   * Refuses a placemark that never became one, as its tag is broken or in a comment without an end.
   * @param hidden its offset; nothing is refused where it is not before `before`
   */
  private refuseHidden(hidden: number, before: number, next: number): void {
    if (hidden >= before) return
    this.openEntry(hidden)
    this.entries.add('refused', hidden, next, 'damaged-record')
    this.done = next
  }

  /** Offset of the next placemark's tag, or the end of the text. */
  private placemarkFrom(offset: number): number {
    const tag = /<(?:[\w.-]+:)?Placemark[\s/>]/g
    tag.lastIndex = offset
    return tag.exec(this.input)?.index ?? this.input.length
  }

  private openPlacemark(id: string, offset: number): void {
    this.openEntry(offset)
    const folders = this.containers.map(({ label }) => label).filter(Boolean)
    this.placemark = new Placemark(id, folders.join(' / '))
    this.placemarkStart = offset
    this.around = this.containers.slice(0, MAX_DEPTH)
    this.tooDeep = false
    this.errors = 0
  }

  /** Makes what stands between the last entry and the next one an entry, if it is more than white space. */
  private openEntry(start: number): void {
    if (this.input.slice(this.done, start).trim() !== '') this.entries.add('structure', this.done, start)
    this.done = start
  }

  private closePlacemark(placemark: Placemark, end: number): void {
    placemark.finish()
    const code = this.refusal(placemark)
    const entry = this.entries.add(code ? 'refused' : 'record', this.placemarkStart, end, code)
    if (!code) this.addRecord(entry, placemark.values)
    this.placemark = undefined
    this.done = end
    this.errors = 0
  }

  private refusal({ values }: Placemark): RejectionCode | undefined {
    if (this.tooDeep) return 'too-deep'
    if (values.size > MAX_COLUMNS) return 'too-many-cells'
    for (const value of values.values()) if (value.length > MAX_CELL_LENGTH) return 'cell-too-long'
    return undefined
  }

  private addRecord(entry: number, values: ReadonlyMap<string, string>): void {
    const cells: string[] = []
    for (const [name, value] of values) {
      let column = this.columns.get(name)
      if (column === undefined) {
        column = this.table.addColumn(name)
        this.columns.set(name, column)
      }
      cells[column] = value
    }
    if (this.columns.size > MAX_COLUMNS) throw new FileFault('too-many-columns')
    this.table.push(entry, cells)
  }

  private warn(code: 'truncated' | 'xml-not-strict'): void {
    if (code === 'truncated' && this.isTruncated) return
    if (code === 'truncated') this.isTruncated = true
    this.warnings.add(code, this.entries.lineOf(this.placemark ? this.placemarkStart : this.done))
  }
}
