import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'

/** What one visit may load of the app without the map, in bytes after gzip. */
const BUDGET = 170_000

/** The map's own parts: the library, its worker, its style sheet, and the room that uses it. */
const isMap = (name: string) => /^(maplibre|MapPanel)/.test(name)

/** Texts of languages other than English: a visit loads one at the most. */
const isLanguage = (name: string) => /^(ar|fr)-/.test(name)

const folder = resolve('dist/assets')
const parts = readdirSync(folder)
  .filter((name) => /\.(js|mjs|css)$/.test(name))
  .map((name) => ({ name, bytes: gzipSync(readFileSync(join(folder, name)), { level: 9 }).length }))
  .toSorted((a, b) => b.bytes - a.bytes)

const languages = parts.filter(({ name }) => isLanguage(name))
const visited = parts.filter(({ name }) => !isMap(name) && (!isLanguage(name) || name === languages[0]?.name))
const sizeOf = (some: readonly { bytes: number }[]) => some.reduce((sum, { bytes }) => sum + bytes, 0)
const total = sizeOf(visited)
const withEveryLanguage = sizeOf(parts.filter(({ name }) => !isMap(name)))
for (const { name, bytes } of parts)
  console.log(`${String(bytes).padStart(8)}  ${name}${isMap(name) ? '  (map)' : ''}`)
console.log(
  `${String(total).padStart(8)}  app without the map, with its largest language, of ${BUDGET} allowed`,
)
console.log(`${String(withEveryLanguage).padStart(8)}  the same with every language`)

if (!parts.some(({ name }) => isMap(name))) {
  console.error('no part of the map was found: the pattern that tells it apart is out of date')
  process.exit(1)
}
if (languages.length !== 2) {
  console.error('the two languages that are loaded when asked for were not found')
  process.exit(1)
}
if (total > BUDGET) {
  console.error(`over the budget by ${total - BUDGET} bytes`)
  process.exit(1)
}
