import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'

/** Bytes after gzip that the first view may load of the app without the map. */
const BUDGET = 165_000

/** Bytes after gzip that one bundle which is loaded later may have. */
const LATER_BUDGET = 42_000

/** Bundles that may be larger: Brotli's decoder holds a dictionary, and is fetched for Parquet files packed by it alone. */
const LARGER: readonly [name: RegExp, bytes: number][] = [[/^brotli-/, 70_000]]

const laterBudget = (name: string) => LARGER.find(([larger]) => larger.test(name))?.[1] ?? LATER_BUDGET

/** The bundles of the map: those with the map library, its worker, its style sheet, and the code that uses it. */
const isMap = ({ name, text }: { name: string; text: string }) =>
  /^(maplibre|MapPanel)/.test(name) || text.includes('maplibregl-canvas-container')

/** Texts of the languages: a visit loads one of them. */
const isLanguage = (name: string) => /^(ar|en|fr)-/.test(name)

/** The engine's worker, which the page starts at once. */
const isWorker = (name: string) => name.startsWith('incidentWorker-')

const folder = resolve('dist/assets')
const parts = readdirSync(folder)
  .filter((name) => /\.(js|mjs|css)$/.test(name))
  .map((name) => {
    const text = readFileSync(join(folder, name))
    return { name, text: text.toString(), bytes: gzipSync(text, { level: 9 }).length }
  })
  .toSorted((a, b) => b.bytes - a.bytes)

/** Names of the bundles that index.html names, and of those that they import statically. */
function firstLoaded(): Set<string> {
  const page = readFileSync(resolve('dist/index.html'), 'utf8')
  const found = new Set<string>()
  const visit = (name: string) => {
    if (found.has(name)) return
    found.add(name)
    const { text } = parts.find((part) => part.name === name) ?? { text: '' }
    for (const [, imported] of text.matchAll(/(?:\bfrom|\bimport)\s*["'`]\.\/([\w.-]+)["'`]/g))
      if (imported) visit(imported)
  }
  for (const [, name] of page.matchAll(/assets\/([\w.-]+\.(?:js|mjs|css))/g)) if (name) visit(name)
  return found
}

const named = firstLoaded()
const languages = parts.filter(({ name }) => isLanguage(name))
const kindOf = (part: { name: string; text: string }) => {
  const { name } = part
  if (isMap(part)) return 'map'
  if (isLanguage(name)) return name === languages[0]?.name ? 'first' : 'language'
  return named.has(name) || isWorker(name) ? 'first' : 'later'
}
const sizeOf = (some: readonly { bytes: number }[]) => some.reduce((sum, { bytes }) => sum + bytes, 0)
const first = parts.filter((part) => kindOf(part) === 'first')
const later = parts.filter((part) => kindOf(part) === 'later')
for (const part of parts) console.log(`${String(part.bytes).padStart(8)}  ${part.name}  (${kindOf(part)})`)
console.log(
  `${String(sizeOf(first)).padStart(8)}  first view without the map, with its largest language, of ${BUDGET} allowed`,
)
console.log(`${String(sizeOf(later)).padStart(8)}  pieces that are fetched later`)

const faults = [
  ...(parts.some(isMap)
    ? []
    : ['no part of the map was found: the pattern that tells it apart is out of date']),
  ...(parts.some(({ name }) => isWorker(name))
    ? []
    : ['the worker was not found: the pattern that tells it apart is out of date']),
  ...(languages.length === 3 ? [] : ['the three languages were not found']),
  ...(later.length > 0
    ? []
    : ['no piece is fetched later: what a first view does without is no longer told apart']),
  ...(sizeOf(first) > BUDGET ? [`the first view is over its budget by ${sizeOf(first) - BUDGET} bytes`] : []),
  ...later
    .filter(({ name, bytes }) => bytes > laterBudget(name))
    .map(
      ({ name, bytes }) =>
        `${name} is over the budget of a later piece by ${bytes - laterBudget(name)} bytes`,
    ),
]
for (const fault of faults) console.error(fault)
if (faults.length > 0) process.exit(1)
