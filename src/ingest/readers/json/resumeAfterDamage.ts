import { membersOf } from './jsonLayout.ts'
import { JsonScanner } from './jsonScanner.ts'

/** Finds the next whole record after damage. */
export class Resumption {
  private readonly text: string
  /** Characters that may still be gone through twice, so that hostile texts take linear time. */
  private budget: number

  constructor(text: string) {
    this.text = text
    this.budget = 4 * text.length
  }

  /**
   * Offset of the next object that begins with the same name as a known one and shares at least half of its names, so
   * that an object inside a damaged record is not taken for a record. The end of the text where there is none.
   * @param damaged offset of the damaged record
   * @param known offset of an object of the same list: the last whole one, else the damaged one itself
   */
  next(damaged: number, known: number): number {
    const { text } = this
    const members = membersOf(text, known)
    this.budget -= (members.at(-1)?.end ?? known) - known
    const names = new Set(members.map(({ name }) => name))
    const [firstName] = names
    if (firstName === undefined) return text.length
    const written = firstNameAsWritten(text, known)
    for (
      let at = text.indexOf(written, damaged + 1);
      at !== -1 && this.budget > 0;
      at = text.indexOf(written, at + 1)
    ) {
      const open = bracketBefore(text, at)
      if (open > damaged && this.isLike(open, names)) return open
    }
    return text.length
  }

  private isLike(open: number, names: ReadonlySet<string>): boolean {
    const scanner = new JsonScanner(this.text, open)
    const whole = scanner.value()
    this.budget -= 2 * (scanner.at - open) + 1
    if (!whole) return false
    const shared = membersOf(this.text, open).filter(({ name }) => names.has(name)).length
    return 2 * shared >= names.size
  }
}

function firstNameAsWritten(text: string, at: number): string {
  const scanner = new JsonScanner(text, at + 1)
  scanner.peek()
  const from = scanner.at
  return scanner.key() ? text.slice(from, text.lastIndexOf('"', scanner.at - 1) + 1) : '"'
}

/** Offset of an opening bracket with nothing but white space between it and an offset; -1 where there is none. */
function bracketBefore(text: string, at: number): number {
  let before = at - 1
  while (/\s/.test(text.charAt(before))) before -= 1
  return text.charAt(before) === '{' ? before : -1
}
