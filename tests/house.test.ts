import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Which rooms (folders of src) each room may import, besides itself. Type imports count. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  incidents: [],
  query: ['incidents'],
  tabular: ['incidents'],
  // Reads the published form too.
  ingest: ['incidents', 'query', 'tabular', 'published'],
  published: ['incidents', 'query'],
  export: ['incidents', 'query', 'tabular'],
  engine: ['incidents', 'query'],
  // What a server answers, as schemas: the page reads by them, and the server describes them.
  served: ['incidents', 'query', 'published'],
  sources: ['incidents', 'query', 'ingest', 'published', 'export', 'engine', 'served'],
  view: ['incidents', 'query'],
  // Which basemaps there are, what a link says of them, and their addresses.
  basemaps: ['incidents'],
  answers: ['incidents', 'query', 'view'],
  i18n: ['incidents', 'query'],
  ui: ['i18n', 'incidents'],
  // How the counts of an answer are told: as they are, or as estimates.
  counts: ['incidents', 'query', 'answers', 'i18n', 'ui'],
  map: ['incidents', 'query', 'view', 'answers', 'i18n', 'ui', 'basemaps', 'counts'],
  timeline: ['incidents', 'query', 'view', 'answers', 'i18n', 'ui', 'counts'],
  filters: ['incidents', 'query', 'view', 'answers', 'i18n', 'ui', 'counts'],
  list: ['incidents', 'query', 'view', 'answers', 'i18n', 'ui', 'counts'],
  details: ['incidents', 'query', 'view', 'answers', 'i18n', 'ui'],
  share: ['incidents', 'query', 'view', 'answers', 'i18n', 'ui', 'counts'],
  importing: ['incidents', 'query', 'view', 'answers', 'i18n', 'ui'],
  // Prints what the panels show.
  print: [
    'incidents',
    'query',
    'view',
    'answers',
    'i18n',
    'ui',
    'map',
    'timeline',
    'filters',
    'details',
    'share',
  ],
  // A base of incidents on ClickHouse: its tables, how it is loaded, and how it answers queries.
  clickhouse: ['incidents', 'query', 'engine', 'ingest', 'export', 'published'],
  // Serves the page and the answers of a base over HTTP.
  server: ['incidents', 'query', 'served'],
  cli: ['incidents', 'query', 'ingest', 'published', 'basemaps', 'clickhouse', 'server'],
  app: [
    'basemaps',
    'incidents',
    'query',
    'sources',
    'view',
    'answers',
    'counts',
    'i18n',
    'ui',
    'map',
    'timeline',
    'filters',
    'list',
    'details',
    'share',
    'importing',
    'print',
  ],
}

/** Rooms that must run without React, and those that must run without a page. */
const withoutReact = [
  'incidents',
  'query',
  'tabular',
  'ingest',
  'published',
  'export',
  'engine',
  'sources',
  'cli',
  'clickhouse',
  'server',
  'basemaps',
]
const withoutPage = ['incidents', 'query', 'tabular', 'ingest', 'published', 'export', 'engine', 'basemaps']

/** Libraries and globals that only the named files may use. */
const onlyIn: readonly [what: string, pattern: RegExp, files: readonly string[]][] = [
  ['maplibre-gl', /^import (?!type)[^']*from 'maplibre-gl'/m, ['map/MapView.ts']],
  [
    'new Worker',
    /new Worker\(/,
    [
      'cli/startThread.ts',
      'sources/embedded/workerSource.ts',
      'sources/files/createFileImport.ts',
      'sources/files/readParquetInWorker.ts',
    ],
  ],
  ['the history', /\bhistory\.(push|replace)State/, ['view/syncUrl.ts']],
]

const src = resolve('src')
const files = sourceFiles(src)

interface SourceFile {
  /** Path relative to src, with `/`. */
  path: string
  room: string
  text: string
  /** Paths relative to src of our own files that it imports. */
  imports: string[]
}

function sourceFiles(folder: string): SourceFile[] {
  return readdirSync(folder).flatMap((name) => {
    const full = join(folder, name)
    if (statSync(full).isDirectory()) return sourceFiles(full)
    if (!/\.tsx?$/.test(name)) return []
    const text = readFileSync(full, 'utf8')
    const path = relative(src, full).split(sep).join('/')
    const room = path.includes('/') ? (path.split('/')[0] ?? '') : ''
    return [{ path, room, text, imports: ownImports(full, text) }]
  })
}

function ownImports(file: string, text: string): string[] {
  const found = [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'|new URL\('(\.[^']+)'/g)]
  return found
    .map(([, a, b]) =>
      relative(src, resolve(dirname(file), a ?? b ?? ''))
        .split(sep)
        .join('/'),
    )
    .filter((path) => /\.tsx?$/.test(path))
}

describe('the house', () => {
  it('has no rooms that the table lacks', () => {
    const rooms = new Set(files.map(({ room }) => room).filter(Boolean))
    expect([...rooms].filter((room) => !(room in mayImport))).toEqual([])
  })

  it('imports only what the table allows', () => {
    const broken = files.flatMap(({ path, room, imports }) =>
      imports
        .map((target) => ({ path, target, to: target.split('/')[0] ?? '' }))
        .filter(({ to }) => room && to !== room && !mayImport[room]?.includes(to))
        .map(({ target }) => `${path} imports ${target}`),
    )
    expect(broken).toEqual([])
  })

  it('has no circular import, type imports included', () => {
    expect(findCycle(new Map(files.map(({ path, imports }) => [path, imports])))).toBeUndefined()
  })

  it('finds a circular import where there is one', () => {
    const cyclic = new Map([
      ['a.ts', ['b.ts']],
      ['b.ts', ['c.ts']],
      ['c.ts', ['a.ts']],
    ])
    expect(findCycle(cyclic)).toEqual(['a.ts', 'b.ts', 'c.ts', 'a.ts'])
  })

  it('uses no React and no globals of a page in the rooms that must not', () => {
    const react = files.filter(({ room, text }) => withoutReact.includes(room) && /from 'react/.test(text))
    const page = files.filter(
      ({ room, text }) =>
        withoutPage.includes(room) && /\b(document|window|localStorage|location)\./.test(text),
    )
    expect([...react, ...page].map(({ path }) => path)).toEqual([])
  })

  it.each(onlyIn)('uses %s only where it is allowed', (_, pattern, allowed) => {
    const used = files.filter(({ text }) => pattern.test(text)).map(({ path }) => path)
    expect(used).toEqual(allowed)
  })

  it('has no barrel files and no files named utils or the like', () => {
    const names = files.map(({ path }) => path.split('/').at(-1) ?? '')
    expect(
      names.filter(
        (name) => /^(index|utils?|helpers?|common|misc)\.tsx?$/.test(name) && name !== 'common.ts',
      ),
    ).toEqual([])
  })

  it('has no files of more than 400 lines', () => {
    const long = files.filter(({ path, text }) => !path.startsWith('i18n/') && text.split('\n').length > 400)
    expect(long.map(({ path }) => path)).toEqual([])
  })

  // Each of these would turn text of a data set into markup or code.
  it('uses nothing that turns text into markup or code', () => {
    const risky = files.filter(({ text }) =>
      /dangerouslySetInnerHTML|\.innerHTML|\.outerHTML|insertAdjacentHTML|setRTLTextPlugin|new Function\(|\beval\(/.test(
        text,
      ),
    )
    expect(risky.map(({ path }) => path)).toEqual([])
  })

  it('has no registry host in the lock file', () => {
    expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(/"resolved": "https?:/)
  })
})

/** The first import cycle found, as paths with the first one repeated at the end; undefined where there is none. */
function findCycle(imports: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>()
  const visit = (path: string, way: readonly string[]): string[] | undefined => {
    if (way.includes(path)) return [...way.slice(way.indexOf(path)), path]
    if (done.has(path)) return undefined
    for (const next of imports.get(path) ?? []) {
      const cycle = visit(next, [...way, path])
      if (cycle) return cycle
    }
    done.add(path)
    return undefined
  }
  for (const path of imports.keys()) {
    const cycle = visit(path, [])
    if (cycle) return cycle
  }
  return undefined
}
