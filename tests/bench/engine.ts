import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { createColumnsBuilder } from '../../src/incidents/columnsBuilder.ts'
import type { IncidentColumns, IncidentTexts } from '../../src/incidents/columns.ts'
import { syntheticDataset } from '../../src/cli/synthetic/syntheticDataset.ts'
import { measureArrays } from './arrays.ts'
import { measureCrossfilter } from './crossfilter.ts'
import { measureEngine, weigh } from './ours.ts'
import { measureSupercluster } from './clusters.ts'
import { quantile } from './quantile.ts'
import type { Measured } from './steps.ts'

/** Numbers of incidents at which all candidates are measured. */
const SIZES = [10_000, 100_000, 1_000_000]

/** Number of incidents at which our engine alone is measured, as it is beyond the others. */
const OURS_ALONE = 3_000_000

interface SizeReport {
  /** Number of incidents. */
  size: number
  bytesPerIncident: number
  searchBytesPerIncident: number
  /** Our engine first. */
  results: ReturnType<typeof summary>[]
}

/**
 * `npm run bench`: measures our engine, crossfilter2, supercluster and plain arrays on the same data in the same run.
 * Prints medians, 95th percentiles and ratios. `--sizes 10000,100000` measures these sizes only; `--json FILE` writes all
 * figures.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { json: { type: 'string' }, sizes: { type: 'string' }, alone: { type: 'string' } },
  })
  if (values.alone) {
    await writeJson(values.json, await measureSize(Number(values.alone)))
    return
  }
  const sizes = values.sizes?.split(',').map(Number) ?? [...SIZES, OURS_ALONE]
  const folder = await mkdtemp(join(tmpdir(), 'atlas-bench-'))
  const report: SizeReport[] = []
  try {
    for (const size of sizes) report.push(await inOwnProcess(size, join(folder, `${size}.json`)))
  } finally {
    await rm(folder, { recursive: true })
  }
  if (sizes.length > 1) printCurve(report)
  await writeJson(values.json, report)
}

/**
 * Measures one size in a process of its own, as the page opens each data set in a worker of its own: the compiler then
 * optimises for one data set.
 * @param file where the process writes its report
 */
async function inOwnProcess(size: number, file: string): Promise<SizeReport> {
  const script = fileURLToPath(import.meta.url)
  const child = [...process.execArgv, script, '--alone', String(size), '--json', file]
  const { status } = spawnSync(process.execPath, child, { stdio: 'inherit' })
  if (status !== 0) throw new Error(`${size} incidents could not be measured`)
  return JSON.parse(await readFile(file, 'utf8')) as SizeReport
}

async function measureSize(size: number): Promise<SizeReport> {
  const { columns, texts } = tablesOf(size)
  console.log(`\n${size.toLocaleString('en')} incidents`)
  const ours = measureEngine(columns, texts)
  const others =
    size > 1_000_000
      ? []
      : [measureCrossfilter(columns), measureSupercluster(columns), measureArrays(columns)]
  const weights = await weigh(columns, texts)
  const [bytesPerIncident, searchBytesPerIncident] = [weights.engine / size, weights.search / size]
  console.log(
    `  engine and columns ${bytesPerIncident.toFixed(1)} bytes an incident, search index ${searchBytesPerIncident.toFixed(1)} bytes an incident`,
  )
  for (const measured of [ours, ...others]) print(measured, ours)
  return { size, bytesPerIncident, searchBytesPerIncident, results: [ours, ...others].map(summary) }
}

async function writeJson(file: string | undefined, value: unknown): Promise<void> {
  if (file) await writeFile(file, `${JSON.stringify(value, undefined, 2)}\n`)
}

function tablesOf(size: number): { columns: IncidentColumns; texts: IncidentTexts } {
  const { actors, places, incidents } = syntheticDataset(size, 1)
  const builder = createColumnsBuilder(actors, places)
  for (const incident of incidents) builder.append(incident)
  return builder.build()
}

function summary({ name, steps }: Measured) {
  return {
    name,
    steps: steps.map(({ what, times, ways }) => ({
      what,
      count: times.length,
      median: quantile(times, 0.5),
      p95: quantile(times, 0.95),
      worst: Math.max(...times),
      ...(ways ? { ways } : {}),
    })),
  }
}

function print(measured: Measured, ours: Measured): void {
  console.log(`  ${measured.name}`)
  for (const { what, median, p95, worst, ways } of summary(measured).steps) {
    const same = measured === ours ? undefined : summary(ours).steps.find((step) => step.what === what)
    const ratio = same
      ? `   ours is ${(median / same.median).toFixed(0)} times faster, at worst ${(worst / same.worst).toFixed(0)} times`
      : ''
    console.log(
      `    ${what.padEnd(34)} median ${ms(median)}  p95 ${ms(p95)}  worst ${ms(worst)}${ratio}${ways ? `  ${ways}` : ''}`,
    )
  }
}

/** Prints the medians of our engine by size, to show how each step grows with the data. */
function printCurve(report: readonly SizeReport[]): void {
  console.log('\nour medians by size, in milliseconds')
  const columns = report.map(({ size, results }) => ({ size, steps: results[0]?.steps ?? [] }))
  console.log(
    `    ${''.padEnd(34)}${columns.map(({ size }) => size.toLocaleString('en').padStart(12)).join('')}`,
  )
  for (const { what } of columns[0]?.steps ?? []) {
    const medians = columns.map(({ steps }) =>
      ms(steps.find((step) => step.what === what)?.median ?? Number.NaN).padStart(12),
    )
    console.log(`    ${what.padEnd(34)}${medians.join('')}`)
  }
}

function ms(time: number): string {
  return time.toFixed(2).padStart(8)
}

await main()
