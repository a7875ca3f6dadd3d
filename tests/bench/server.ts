import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { startClickhouse, type Servers } from '../clickhouse/startClickhouse.ts'
import { quantile } from './quantile.ts'
import { measureServers, type AnswerTimes, type BaseMeasured, type LoadMeasured } from './serverRun.ts'

/**
 * `npm run bench:server`: generates incidents, loads them into one ClickHouse server and into two shards, both on this
 * machine, and measures answers over HTTP. `--incidents 10000000` says how many; `--copies 1,5` measures answers again with
 * each of them five times, copied within ClickHouse, which is faster than to load as many; `--steps 40` of each kind; `--servers 2` measures two shards alone, 1 one server;
 * `--json FILE` writes all figures. `CLICKHOUSE_URL` and `CLICKHOUSE_CLUSTER` name servers that run already.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      incidents: { type: 'string', default: '1000000' },
      copies: { type: 'string', default: '1' },
      steps: { type: 'string', default: '40' },
      servers: { type: 'string' },
      json: { type: 'string' },
    },
  })
  const incidents = Number(values.incidents)
  const copies = values.copies.split(',').map(Number)
  const counts = values.servers === undefined ? [1, 2] : [Number(values.servers)]
  const report: ServerReport[] = []
  for (const count of counts) {
    const { servers, stop } = await serversOf(count)
    const own: ServerReport = { servers: servers.urls.length, load: null, bases: [] }
    report.push(own)
    try {
      const options = { copies, steps: Number(values.steps) }
      await measureServers(servers, incidents, options, {
        onLoad(load) {
          own.load = load
          printLoad(servers, load)
        },
        onBase(base) {
          own.bases.push(base)
          printBase(base)
        },
      })
    } finally {
      await stop()
    }
  }
  if (values.json) await writeFile(values.json, JSON.stringify(report))
}

/** What `--json` writes for one number of servers. */
interface ServerReport {
  servers: number
  load: LoadMeasured | null
  bases: BaseMeasured[]
}

async function serversOf(count: number): Promise<{ servers: Servers; stop: () => Promise<void> }> {
  const named = process.env['CLICKHOUSE_URL']
  if (named) {
    const urls = named.split(',').slice(0, count)
    const cluster = urls.length === 1 ? null : (process.env['CLICKHOUSE_CLUSTER'] ?? null)
    return { servers: { urls, cluster }, stop: () => Promise.resolve() }
  }
  const own = await startClickhouse(count)
  return { servers: own, stop: () => own.stop() }
}

function printLoad({ urls }: Servers, { rows, seconds, inventing, megabytes }: LoadMeasured): void {
  const each = (time: number) => `${counted(rows / time)} incidents/s`
  console.log(
    `\n${urls.length} ClickHouse: ${counted(rows)} incidents loaded in ${counted(seconds)} s, ${counted(inventing)} s of which they were invented: ${each(seconds)}, ${each(seconds - inventing)} without that; ${counted(megabytes)} MB sent`,
  )
}

function printBase({ incidents, bytes, steps }: BaseMeasured): void {
  const tables = Object.entries(bytes).toSorted(([, a], [, b]) => b - a)
  const besides = tables.reduce((sum, [table, of]) => sum + (table === 'records_local' ? 0 : of), 0)
  const list = tables.map(([table, of]) => `${table} ${of.toFixed(1)}`).join(', ')
  console.log(
    `\n${counted(incidents)} incidents; bytes each: ${list}; besides full records ${besides.toFixed(1)}`,
  )
  console.table(Object.fromEntries(steps.map(({ what, answers }) => [what, summaryOf(answers)])))
}

function counted(n: number): string {
  return Math.round(n).toLocaleString('en')
}

/** Median and 95th percentile of each time, in milliseconds. */
function summaryOf(answers: readonly AnswerTimes[]): Record<string, string> {
  const times = (of: (answer: AnswerTimes) => number) => {
    const all = answers.map(of)
    return `${quantile(all, 0.5).toFixed(0)} / ${quantile(all, 0.95).toFixed(0)}`
  }
  return {
    'first ms (median / p95)': times(({ first }) => first),
    exact: times(({ exact }) => exact),
    'our server': times(({ own }) => own),
    'by hand': times(({ byHand }) => byHand),
    sampled: `${answers.filter(({ isSampled }) => isSampled).length} of ${answers.length}`,
  }
}

await main()
