import { resolve, sep } from 'node:path'
import type { Plugin, ViteDevServer } from 'vite'
import { buildDataset, summaryOf, type BuildOutcome } from './buildDataset.ts'
import { readSiteConfig } from './siteConfig.ts'
import { writeSitePacks, type Reach } from './sitePacks.ts'
import { countMistakes, formatMistake, isError, type Mistake } from './mistake.ts'

/** Milliseconds to wait after a change: editors write a file in several steps, and several files at once. */
const SETTLE_MS = 100

/**
 * Compiles the data set when a build or the development server starts. In development it is compiled again when a file
 * is saved: the page reloads, or shows what is wrong with the file. A build has the packs of the built-in basemap that are of the
 * data set's countries, or none where the site's configuration says so.
 */
export function datasetPlugin({
  dataDir = 'data',
  outDir = 'public/dataset',
  siteFile = 'data/site.yaml',
} = {}): Plugin {
  let serving = false
  let summary: string | undefined
  let reach: Reach | undefined
  return {
    name: 'dataset',
    configResolved(config) {
      serving = config.command === 'serve'
    },
    async buildStart() {
      const outcome = await buildDataset({ dataDir, outDir })
      summary = summaryOf(outcome)
      if (outcome.ok) reach = outcome.reach
      const report = reportOf(outcome)
      if (!report) return
      // The development server starts nevertheless: mistakes can be corrected while it runs.
      if (serving || outcome.ok) this.warn(report)
      else this.error(report)
    },
    async writeBundle({ dir }) {
      if (reach && dir !== undefined)
        await writeSitePacks(dir, readSiteConfig(resolve(siteFile)).countryPacks ? reach : null)
    },
    closeBundle() {
      // The warnings at the start of a build have scrolled out of sight by now.
      if (!serving && summary) this.info(summary)
    },
    configureServer(server) {
      const root = resolve(dataDir) + sep
      server.watcher.add(resolve(dataDir))
      let timer: ReturnType<typeof setTimeout> | undefined
      const onChange = (file: string) => {
        if (!resolve(file).startsWith(root) || !file.endsWith('.yaml')) return
        clearTimeout(timer)
        timer = setTimeout(() => void recompile(server, { dataDir, outDir }), SETTLE_MS)
      }
      for (const event of ['add', 'change', 'unlink'] as const) server.watcher.on(event, onChange)
    },
  }
}

async function recompile(server: ViteDevServer, folders: { dataDir: string; outDir: string }): Promise<void> {
  const { logger } = server.config
  try {
    const outcome = await buildDataset(folders)
    const report = reportOf(outcome)
    if (outcome.ok) {
      if (report) logger.warn(report, { timestamp: true })
      logger.info(`data set compiled: ${summaryOf(outcome)}`, { timestamp: true })
      server.ws.send({ type: 'full-reload' })
      return
    }
    logger.error(report, { timestamp: true })
    server.ws.send({ type: 'error', err: overlayOf(outcome.mistakes, report) })
  } catch (reason) {
    logger.error(`the data set could not be compiled: ${String(reason)}`, { timestamp: true })
  }
}

/** Everything that is wrong, one line each; '' where nothing is. */
function reportOf(outcome: BuildOutcome): string {
  const mistakes = outcome.ok ? outcome.warnings : outcome.mistakes
  if (mistakes.length === 0) return ''
  const lines = mistakes.map((mistake) => formatMistake(mistake))
  return [`the data set has ${countMistakes(mistakes)}:`, ...lines].join('\n')
}

/** The error as Vite's overlay shows it, at the first mistake. */
function overlayOf(mistakes: readonly Mistake[], message: string) {
  const first = mistakes.find(isError)
  return {
    plugin: 'dataset',
    message,
    stack: '',
    ...(first ? { id: first.file, loc: { file: first.file, line: first.line, column: first.column } } : {}),
  }
}
