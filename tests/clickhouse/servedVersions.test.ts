import { describe, expect, it } from 'vitest'
import { createServedDataset } from '../../src/clickhouse/answer/servedBase.ts'
import { loadRecords } from '../../src/clickhouse/load/loadRecords.ts'
import { formatIsoDay } from '../../src/incidents/day.ts'
import type { Incident } from '../../src/incidents/incident.ts'
import type { DatasetRecords } from '../../src/published/publishDataset.ts'
import { noFilters, type Filters, type IncidentQuery } from '../../src/query/incidentQuery.ts'
import { WHOLE_DICTIONARY } from '../../src/query/servedDataset.ts'
import { engineDataset } from '../server/engineDataset.ts'
import { baseOfTest, servers } from './testBase.ts'

const about: DatasetRecords['about'] = {
  title: { en: 'Many names' },
  description: {},
  publisher: '',
  languages: ['en'],
  updated: '2025-06-01',
}

const COUNTRIES = 10

function incidentOf(n: number, title: string): Incident {
  return {
    id: `i${n}`,
    title: { en: title },
    summary: {},
    date: { start: formatIsoDay(20_000 + Math.floor(n / 10)), precision: 'day' },
    place: { id: `p${COUNTRIES + n}`, lng: (n % 90) / 2, lat: (n % 70) / 2, precision: 'town' },
    type: 'not-stated',
    subtype: 'not-stated',
    actors: [{ id: `a${n}`, role: 'party' }],
    claims: [{ by: `a${n + 1}`, stance: 'asserts', says: { en: 'It says so.' }, sources: [] }],
    sources: [{ id: 's', publisher: `Publisher ${n}`, url: `https://p${n}.example.org/x`, lang: 'en' }],
    status: 'reported',
    related: n > 0 ? [`i${n - 1}`] : [],
    tags: [`tag ${n}`],
  }
}

/** Records with that many entries in each dictionary. */
function recordsWith(entries: number): DatasetRecords {
  const numbers = Array.from({ length: entries }, (_, n) => n)
  return {
    about,
    actors: [...numbers, entries].map((n) => ({
      id: `a${n}`,
      name: { en: `Actor ${n}` },
      aliases: [],
      kind: 'state-forces' as const,
    })),
    places: Array.from({ length: COUNTRIES + entries }, (_, n) =>
      n < COUNTRIES
        ? { id: `p${n}`, kind: 'country' as const, name: { en: `Country ${n}` }, aliases: [] }
        : {
            id: `p${n}`,
            kind: 'locality' as const,
            name: { en: `Town ${n}` },
            aliases: [],
            parent: `p${n % COUNTRIES}`,
          },
    ),
    incidents: numbers.map((n) => incidentOf(n, `Report number${n}`)),
  }
}

const queryOf = (filters: Partial<Filters> = {}, open: string | null = null): IncidentQuery => ({
  filters: { ...noFilters, ...filters },
  facets: [],
  map: null,
  bins: null,
  list: { order: 'newest', offset: 0, limit: 7, within: null },
  open,
})

describe.skipIf(!servers)('versions of a base over two shards', () => {
  it('names the entries of long dictionaries, with what they lie in', async () => {
    const { connection, nodes } = await baseOfTest('spread')
    const records = recordsWith(WHOLE_DICTIONARY + 1)
    await loadRecords(connection, records, { nodes })
    const served = createServedDataset(connection)
    const { version, ...described } = await served.describe({ version: null })
    const embedded = await engineDataset(records, { version })
    const { version: _, ...expected } = await embedded.describe({ version })
    expect(described).toEqual(expected)
    expect(described.paged).toEqual(['actor', 'country', 'place', 'publisher', 'tag'])
    expect(described.dictionaries.places).toEqual([])

    const query = queryOf({}, 'i77')
    expect(await served.query(query, { version })).toEqual(await embedded.query(query, { version }))

    const chosen = queryOf({
      actor: { include: ['a5'], exclude: ['a6', 'none'], all: false },
      place: { include: ['p15'], exclude: [] },
      tag: { include: ['tag 5'], exclude: [] },
      publisher: { include: ['publisher-5'], exclude: [] },
    })
    const { answer, named } = await served.query(chosen, { version })
    expect(answer.total).toBe(1)
    expect(named.actors.map(([index, { id }]) => [index, id])).toEqual([
      [5, 'a5'],
      [6, 'a6'],
    ])
    expect(named.places.map(([, { id }]) => id)).toEqual(['p5', 'p15'])
    expect(named.publishers).toEqual([
      [5, { id: 'publisher-5', name: 'Publisher 5', domain: 'p5.example.org' }],
    ])
    expect(named.tags).toEqual([[5, 'tag 5']])

    const opened = await served.incident('i20', { version })
    expect(opened?.answer).toEqual((await embedded.incident('i20', { version }))?.answer)
    // The actor of the record and the claimant; the places of the record and of the related one.
    expect(opened?.named.actors.map(([, { id }]) => id)).toEqual(['a20', 'a21'])
    expect(opened?.named.places.map(([, { id }]) => id)).toEqual(['p0', 'p9', 'p29', 'p30'])
  })

  it('keeps an older version as it was while newer loads replace and withdraw records', async () => {
    const { connection, nodes } = await baseOfTest('spread')
    const records = recordsWith(30)
    await loadRecords(connection, records, { nodes })
    const served = createServedDataset(connection)
    const first = await served.describe({ version: null })
    const before = await served.query(queryOf({ text: 'number3' }, 'i3'), { version: first.version })
    expect(before.answer.total).toBe(1)

    const incidents = [incidentOf(3, 'Corrected'), incidentOf(30, 'Added number3')]
    await loadRecords(connection, { ...recordsWith(31), incidents }, { nodes, withdraw: ['i4'] })
    const second = await served.describe({ version: null })
    expect(second.version).not.toBe(first.version)
    expect([first.incidents, second.incidents]).toEqual([30, 30])
    expect(await served.latestVersion()).toMatchObject({ version: second.version })
    expect(await served.describe({ version: first.version })).toEqual(first)

    // A page that was opened before goes on with its version, also on a server that was started since.
    for (const anew of [served, createServedDataset(connection)]) {
      expect(await anew.query(queryOf({ text: 'number3' }, 'i3'), { version: first.version })).toEqual(before)
      expect((await anew.incident('i4', { version: first.version }))?.answer.incident.id).toBe('i4')
      expect(await anew.incident('i4', { version: second.version })).toBeUndefined()
      expect(await anew.incident('i30', { version: first.version })).toBeUndefined()
    }
    const after = await served.query(queryOf({ text: 'number3' }, 'i3'), { version: second.version })
    expect(after.answer.list.rows.map(({ id }) => id)).toEqual(['i30'])
    expect(after.answer.open).toMatchObject({ summary: { title: { en: 'Corrected' } }, fails: ['text'] })
    // The related record i4 is withdrawn, and i3 has its corrected title.
    expect((await served.incident('i5', { version: second.version }))?.answer.related).toEqual([])
    const cited = await served.citing(['https://p3.example.org/x', 'https://p4.example.org/x'], {
      version: second.version,
    })
    expect(cited.answer.map((each) => each.map(({ title }) => title?.en))).toEqual([['Corrected'], []])
    await expect(served.query(queryOf(), { version: 'load-9-none' })).rejects.toMatchObject({
      code: 'missing',
    })
  })

  it('says that nothing has been published in an empty base', async () => {
    const { connection } = await baseOfTest('spread')
    const served = createServedDataset(connection)
    await expect(served.describe({ version: null })).rejects.toMatchObject({ code: 'missing' })
    await expect(served.latestVersion()).rejects.toMatchObject({ code: 'missing' })
  })

  it('ends an export when the caller leaves it or aborts it', async () => {
    const { connection, nodes } = await baseOfTest('spread')
    await loadRecords(connection, recordsWith(1_500), { nodes })
    const served = createServedDataset(connection)
    const { version } = await served.describe({ version: null })
    const request = { filters: noFilters, format: 'csv' as const }
    let pieces = 0
    for await (const { done, total } of served.export(request, { version })) {
      expect([done < total, total]).toEqual([true, 1_500])
      pieces += 1
      break
    }
    expect(pieces).toBe(1)
    const abort = new AbortController()
    const reason = new Error('The reader has gone')
    const read = async () => {
      for await (const { done } of served.export(request, { version, signal: abort.signal }))
        if (done > 0) abort.abort(reason)
    }
    await expect(read()).rejects.toBe(reason)
    await expect(served.query(queryOf(), { version, signal: abort.signal })).rejects.toBe(reason)
  })
})
