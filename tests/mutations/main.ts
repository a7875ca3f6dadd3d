import { runMutations } from './runMutations.ts'

/** Mutations of a whole run. */
const ALL = 10_000

const results = await runMutations(0, ALL)
const wrong = results.filter((result) => result.wrong !== undefined)
const counts = new Map<string, number>()
for (const { name, outcome } of results) {
  const key = `${name.slice(name.lastIndexOf('.') + 1).padEnd(8)} ${outcome}`
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
const lines = [...counts]
  .toSorted(([a], [b]) => (a < b ? -1 : 1))
  .map(([key, count]) => `${String(count).padStart(6)}  ${key}`)
const slowest = Math.round(Math.max(...results.map(({ time }) => time)))
process.stdout.write(
  `${lines.join('\n')}\n${results.length} mutations, slowest ${slowest} ms, ${wrong.length} wrong\n`,
)
for (const each of wrong.slice(0, 50)) process.stdout.write(`${JSON.stringify(each)}\n`)
process.exitCode = wrong.length > 0 ? 1 : 0
