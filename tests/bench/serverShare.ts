import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { performance } from 'node:perf_hooks'
import { syntheticDataset } from '../../src/cli/synthetic/syntheticDataset.ts'
import { facetIds } from '../../src/incidents/fields.ts'
import { noFilters, type IncidentQuery } from '../../src/query/incidentQuery.ts'
import {
  serverPaths,
  type Named,
  type PlainPart,
  type PlainResult,
  type ServedDataset,
} from '../../src/query/servedDataset.ts'
import { createServer } from '../../src/server/createServer.ts'
import { engineDataset } from '../server/engineDataset.ts'
import { quantile } from './quantile.ts'

/*
 * What the server itself takes for an answer, beside ClickHouse: it is given the answer, and the time until a client has
 * all of it is measured. `npm run bench:share`
 */

const INCIDENTS = 100_000
const WARM_UP = 30
const RUNS = 200

const version = 'load-1-engine'
const { incidents, ...others } = syntheticDataset(INCIDENTS, 1)
const dataset = await engineDataset({ ...others, incidents: [...incidents] }, { sampleEvery: 16 })
const { days } = await dataset.describe({ version: null })

/** The whole world on a large screen, with every facet and a bar for each week. */
const query: IncidentQuery = {
  filters: noFilters,
  facets: facetIds,
  map: { bounds: { west: -180, south: -85, east: 180, north: 85 }, zoom: 3, mode: 'cells' },
  bins: days && { unit: 'week', span: days },
  list: { order: 'newest', offset: 0, limit: 60, within: null },
  open: null,
}

const answered = await answerOnce()
const { app, stop } = await createServer(givenAnswers(answered), { page: null, headers: {}, log: () => {} })
const url = await app.listen({ host: '127.0.0.1', port: 0 })
const agent = new Agent({ keepAlive: true })
console.log(
  `${JSON.stringify(answered).length} bytes of JSON: a part and the whole, all facets, ${RUNS} times`,
)
for (const encoding of ['identity', 'gzip', 'br']) {
  const times: number[] = []
  let bytes = 0
  let used = process.cpuUsage()
  for (let run = 0; run < WARM_UP + RUNS; run += 1) {
    if (run === WARM_UP) used = process.cpuUsage()
    const start = performance.now()
    bytes = await ask(encoding)
    if (run >= WARM_UP) times.push(performance.now() - start)
  }
  const { user, system } = process.cpuUsage(used)
  const processor = ((user + system) / 1_000 / RUNS).toFixed(1)
  const [median, p95] = [0.5, 0.95].map((share) => quantile(times, share).toFixed(1))
  console.log(
    `${encoding.padEnd(8)} ${bytes} bytes; median ${median} ms, p95 ${p95} ms; ${processor} ms of a processor, client included`,
  )
}
agent.destroy()
await stop()

interface Answered {
  part: Named<PlainPart>
  whole: Named<PlainResult>
}

async function answerOnce(): Promise<Answered> {
  const parts: Named<PlainPart>[] = []
  const whole = await dataset.query(query, { version, onPart: (part) => parts.push(part) })
  const [part] = parts
  if (!part) throw new Error('the data set has given no part')
  return { part, whole }
}

function givenAnswers({ part, whole }: Answered): ServedDataset {
  return {
    ...dataset,
    query(_, { onPart }) {
      onPart?.(part)
      return Promise.resolve(whole)
    },
  }
}

/** @returns bytes of the answer, as transferred */
async function ask(encoding: string): Promise<number> {
  const sent = request(`${url}/${serverPaths.query}`, {
    agent,
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-encoding': encoding },
  })
  sent.end(JSON.stringify({ version, query }))
  const [response] = (await once(sent, 'response')) as [AsyncIterable<Buffer>]
  let bytes = 0
  for await (const piece of response) bytes += piece.length
  return bytes
}
