import { describe, expect, it, vi } from 'vitest'
import { createImportSession } from '../../../src/importing/importSession.ts'
import type { FileImport } from '../../../src/query/fileImport.ts'
import type { ImportChoices, ImportReport } from '../../../src/query/importReport.ts'
import { SourceError } from '../../../src/query/incidentSource.ts'
import { fakeSource, held, settled } from '../sources/fakeSource.ts'

const report = (incidents: number): ImportReport => ({ files: [], incidents, days: null, bounds: null })
const file = (name: string) => new File(['x'], name)

/** An import whose reports a test gives, and what was asked of it. */
function fakeImport() {
  const asked: { choices: ImportChoices; signal: AbortSignal | undefined }[] = []
  const answers: ReturnType<typeof held<ImportReport>>[] = []
  const made: FileImport = {
    report(choices, { signal } = {}) {
      asked.push({ choices, signal })
      const answer = held<ImportReport>()
      answers.push(answer)
      return answer.promise
    },
    rejectedRows: () => Promise.resolve(new Blob()),
    open: () => fakeSource().source,
    close: vi.fn<() => void>(),
  }
  return { made, asked, answers }
}

async function begun() {
  const imports = [fakeImport(), fakeImport()]
  let next = 0
  const session = createImportSession((files) => {
    expect(files.length).toBeGreaterThan(0)
    const made = imports[next]?.made
    next += 1
    return made ? Promise.resolve(made) : Promise.reject(new Error('no more imports'))
  }, null)
  session.give([file('a.csv')])
  await settled()
  const [first, second] = imports
  if (!first || !second) throw new Error('two imports were made')
  return { session, first, second }
}

describe('an import session', () => {
  it('reports files, and again by what is chosen, keeping the report meanwhile', async () => {
    const { session, first } = await begun()
    expect(session.store.getState()).toMatchObject({ report: null, work: { progress: null } })
    first.answers[0]?.resolve(report(1))
    await settled()
    expect(session.store.getState()).toMatchObject({ report: { incidents: 1 }, work: null })
    session.change('a', { dayOrder: 'day-first' })
    session.change('b', { skip: true })
    expect(first.asked[1]?.signal?.aborted).toBe(true)
    expect(first.asked[2]?.choices).toEqual({ a: { dayOrder: 'day-first' }, b: { skip: true } })
    expect(session.store.getState()).toMatchObject({ report: { incidents: 1 }, choices: {} })
    first.answers[2]?.resolve(report(2))
    await settled()
    expect(session.store.getState()).toMatchObject({
      report: { incidents: 2 },
      choices: { a: { dayOrder: 'day-first' }, b: { skip: true } },
    })
  })

  it('goes back to its report when a change is cancelled, and to nothing before there is one', async () => {
    const { session, first, second } = await begun()
    first.answers[0]?.resolve(report(1))
    await settled()
    session.change('a', { skip: true })
    session.cancel()
    expect(session.store.getState()).toMatchObject({ report: { incidents: 1 }, work: null, wanted: {} })
    session.give([file('b.csv')])
    await settled()
    session.cancel()
    expect(session.store.getState()).toMatchObject({ files: [], report: null, work: null })
    expect(second.asked[0]?.signal?.aborted).toBe(true)
    expect(second.made.close).toHaveBeenCalled()
  })

  it('tells a failure, and forgets it with the next files', async () => {
    const { session, first } = await begun()
    first.answers[0]?.reject(new SourceError('lost', 'the worker was ended'))
    await settled()
    expect(session.store.getState()).toMatchObject({
      failure: { code: 'lost' },
      work: null,
      files: [],
    })
    session.give([file('b.csv')])
    expect(session.store.getState().failure).toBeNull()
    expect(first.made.close).toHaveBeenCalled()
  })

  it('closes its import when it is left, but not the one that is shown', async () => {
    const left = await begun()
    left.session.leave(undefined)
    expect(left.first.made.close).toHaveBeenCalled()
    const shown = await begun()
    shown.session.leave(shown.first.made)
    expect(shown.first.made.close).not.toHaveBeenCalled()
  })
})
