import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { matchWords } from '../../src/clickhouse/answer/wordMatches.ts'
import type { ItemSet } from '../../src/clickhouse/answer/itemSet.ts'
import { foldedName, foldedPublisherNames } from '../../src/clickhouse/entryNames.ts'
import { joined, literal, literals, sql } from '../../src/clickhouse/sql.ts'
import { entryKinds, wholeTable } from '../../src/clickhouse/tables.ts'
import { TermDictionary } from '../../src/engine/search/termDictionary.ts'
import { foldWords, withoutArticle } from '../../src/incidents/foldText.ts'
import { seed, seeded } from '../oracle/seeded.ts'
import { insertTsv } from './insertTsv.ts'
import { createTestBase, servers, type TestBase } from './testBase.ts'

/** Pieces of words: what stands before Arabic words, letters of several scripts and sizes in UTF-8, digits. */
const pieces = ['ال', 'وال', 'لل', 'ولل', 'بال', 'و', 'ل', 'حم', 'ا', 'م', 'a', 'b', 'é', 'ß', '7', '𐐨', '漢']

const anyWord = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join(''))
const anyName = fc.array(anyWord, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))

const [words] = fc.sample(fc.uniqueArray(anyWord, { minLength: 600, maxLength: 600 }), { numRuns: 1, seed })
const [names] = fc.sample(fc.array(anyName, { minLength: 200, maxLength: 200 }), { numRuns: 1, seed })

/** What the search asks for, folded: at least one word. */
const anySearch = fc
  .oneof(anyWord, anyName, fc.constantFrom(...(words ?? [])))
  .map((text) => foldWords(text))
  .filter((search) => search.length > 0)

const items = (set: ItemSet | undefined) =>
  set?.kind === 'listed' ? set.items.toSorted((a, b) => a - b) : []

/** Whether the words stand in the name one after another, as the engine has it. */
function isNamed(name: string, search: readonly string[]): boolean {
  const said = foldWords(name)
  const last = search.length - 1
  return said.some((_, start) =>
    search.every((word, at) => {
      const other = said[start + at] ?? ''
      if (at < last) return other === word
      return other.startsWith(word) || (last === 0 && withoutArticle(other).startsWith(word))
    }),
  )
}

describe.skipIf(!servers)(`words of a base over two shards (seed ${seed})`, () => {
  let base: TestBase
  const dictionary = new TermDictionary()
  const entries = (names ?? []).flatMap((name, entry) => [
    { kind: 'places' as const, entry, names: foldedName(name), load: 1 },
    {
      kind: 'publishers' as const,
      entry,
      names: foldedPublisherNames({ id: '', name: 'none', domain: name }),
      load: 1,
    },
    // An older row of the same entry, whose names count no more.
    { kind: 'places' as const, entry, names: [' superseded'], load: 0 },
  ])

  beforeAll(async () => {
    base = await createTestBase('spread')
    const { connection } = base
    const ids: number[] = []
    for (const word of words ?? []) dictionary.tokenize(word, ids)
    const terms = [...new Set((words ?? []).flatMap((word) => foldWords(word)))]
    const rows = terms.map((term) => `${term}\t${dictionary.idOf(term)}\t1`)
    await insertTsv(connection, 'terms', rows)
    const values = entries.map(
      ({ kind, entry, names: folded, load }) =>
        sql`(${entryKinds.indexOf(kind)}, ${entry}, ${load}, ${literal(String(entry))}, [${literals(folded)}], '')`,
    )
    await connection.command(
      sql`INSERT INTO ${wholeTable(connection.base, 'entries')} VALUES ${joined(values, ', ')}`,
    )
  })
  afterAll(() => base.drop())

  it('finds the terms and names that the engine finds', async () => {
    const snapshot = { connection: base.connection, load: 1, visible: sql`1` }
    await fc.assert(
      fc.asyncProperty(anySearch, async (search) => {
        const found = await matchWords(snapshot, search)
        const before = search.slice(0, -1).map((word) => dictionary.idOf(word))
        const last = dictionary.idsWithPrefix(search.at(-1) ?? '', search.length === 1)
        const isKnown = !before.includes(undefined)
        expect(found.terms?.before ?? null).toEqual(isKnown ? before : null)
        expect(items(found.terms?.last)).toEqual(isKnown ? [...last] : [])
        const named = (names ?? []).flatMap((name, entry) => (isNamed(name, search) ? [entry] : []))
        expect(items(found.entries.places)).toEqual(named)
        // No single word is looked for in a domain.
        expect(items(found.entries.publishers)).toEqual(search.length > 1 ? named : [])
      }),
      seeded(150),
    )
  })

  it('counts the names of the last load alone', async () => {
    const snapshot = { connection: base.connection, load: 1, visible: sql`1` }
    expect(items((await matchWords(snapshot, ['superseded'])).entries.places)).toEqual([])
    expect(items((await matchWords({ ...snapshot, load: 0 }, ['superseded'])).entries.places)).toHaveLength(
      200,
    )
  })
})
