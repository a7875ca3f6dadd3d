import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { createColumnsBuilder } from '../../src/incidents/columnsBuilder.ts'
import type { IncidentColumns, IncidentTexts } from '../../src/incidents/columns.ts'
import { syntheticDataset } from '../../src/cli/synthetic/syntheticDataset.ts'
import { measureArrays } from './arrays.ts'
import { measureCrossfilter } from './crossfilter.ts'
import { measureEngine, bytesOf } from './ours.ts'
import { measureSupercluster } from './clusters.ts'
import { quantile } from './quantile.ts'
import type { Measured } from './steps.ts'

/** At what sizes each is measured: ours at one more than the others stand. */
const SIZES = [10_000, 100_000, 1_000_000]
const OURS_ALONE = 3_000_000

/**
 * Our engine, crossfilter2, supercluster and plain arrays on the same data in the same run. Prints medians, 95th
 * percentiles and ratios; `--json FILE` writes every figure, `--sizes 10000,100000` measures those alone.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: 'string' }, sizes: { type: 'string' } } })
  const sizes = values.sizes?.split(',').map(Number) ?? [...SIZES, OURS_ALONE]
  const report: Record<string, unknown>[] = []
  for (const size of sizes) {
    const { columns, texts } = tablesOf(size)
    console.log(`\n${size.toLocaleString('en')} incidents`)
    const memory = await bytesOf(columns)
    const ours = measureEngine(columns, texts)
    const others =
      size > 1_000_000
        ? []
        : [measureCrossfilter(columns), measureSupercluster(columns), measureArrays(columns)]
    console.log(`  engine and columns ${(memory / size).toFixed(1)} bytes an incident`)
    for (const measured of [ours, ...others]) print(measured, ours)
    report.push({ size, bytesPerIncident: memory / size, results: [ours, ...others].map(summary) })
  }
  if (sizes.length > 1) printCurve(report)
  if (values.json) await writeFile(values.json, `${JSON.stringify(report, undefined, 2)}\n`)
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

/** How each step of ours grows with the data: the medians, size after size. */
function printCurve(report: readonly Record<string, unknown>[]): void {
  console.log('\nour medians by size, in milliseconds')
  const columns = report.map(({ size, results }) => ({
    size: Number(size),
    steps: (results as ReturnType<typeof summary>[])[0]?.steps ?? [],
  }))
  console.log(
    `    ${''.padEnd(34)}${columns.map(({ size }) => size.toLocaleString('en').padStart(12)).join('')}`,
  )
  for (const { what } of columns[0]?.steps ?? []) {
    const cells = columns.map(({ steps }) =>
      ms(steps.find((step) => step.what === what)?.median ?? Number.NaN).padStart(12),
    )
    console.log(`    ${what.padEnd(34)}${cells.join('')}`)
  }
}

function ms(time: number): string {
  return time.toFixed(2).padStart(8)
}

await main()
