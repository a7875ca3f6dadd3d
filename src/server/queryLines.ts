import type { Named, PlainPart, PlainResult, QueryLine } from '../query/servedDataset.ts'
import { errorAnswer } from './servedError.ts'

/** The answer to a query as it is sent: whole, or as lines that follow one another. */
export type QueryAnswer =
  { kind: 'text'; text: string } | { kind: 'lines'; lines: AsyncGenerator<string, void> }

/** Asks the query; `onPart` may be called once before the promise resolves. */
export type AskQuery = (onPart: (part: Named<PlainPart>) => void) => Promise<Named<PlainResult>>

/**
 * Waits for the first thing that can be sent.
 * @param onFailure called with an error that comes after the first line, which is then told in the last line
 * @throws the error of a query that fails before it has anything to send
 */
export async function queryAnswer(ask: AskQuery, onFailure: (reason: unknown) => void): Promise<QueryAnswer> {
  let tell: (part: Named<PlainPart>) => void = () => {}
  const first = new Promise<Named<PlainPart>>((resolve) => (tell = resolve))
  const whole = ask(tell)
  // It may fail while the first line is being sent, when nobody awaits it.
  whole.catch(() => {})
  const part = await Promise.race([first, whole.then(() => null)])
  if (part === null) return { kind: 'text', text: lineOf({ kind: 'whole', whole: await whole }) }
  async function* lines(of: Named<PlainPart>): AsyncGenerator<string, void> {
    yield lineOf({ kind: 'part', part: of })
    try {
      yield lineOf({ kind: 'whole', whole: await whole })
    } catch (reason) {
      onFailure(reason)
      yield lineOf({ kind: 'error', error: errorAnswer(reason).body })
    }
  }
  return { kind: 'lines', lines: lines(part) }
}

function lineOf(line: QueryLine): string {
  return `${JSON.stringify(line)}\n`
}
