import { resolve, sep } from 'node:path'
import type { Plugin, ViteDevServer } from 'vite'
import { buildDataset } from './buildDataset.ts'
import { formatMistake, type Mistake } from './mistake.ts'

/** Editors write a file in several steps, and several files at once. */
const SETTLE_MS = 100

/**
 * Compiles the data set when a build or the development server starts. In development a saved file is compiled
 * at once: the page loads anew, or shows what is wrong with the file.
 */
export function datasetPlugin({ dataDir = 'data', outDir = 'public/dataset' } = {}): Plugin {
  let serving = false
  return {
    name: 'dataset',
    configResolved(config) {
      serving = config.command === 'serve'
    },
    async buildStart() {
      const outcome = await buildDataset({ dataDir, outDir })
      if (outcome.ok) return
      const report = reportOf(outcome.mistakes)
      // The server starts all the same: what is wrong can be put right while it runs.
      if (serving) this.warn(report)
      else this.error(report)
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
    if (outcome.ok) {
      logger.info(`data set compiled: ${outcome.manifest.rows} incidents`, { timestamp: true })
      server.ws.send({ type: 'full-reload' })
      return
    }
    logger.error(reportOf(outcome.mistakes), { timestamp: true })
    server.ws.send({ type: 'error', err: overlayOf(outcome.mistakes) })
  } catch (reason) {
    logger.error(`the data set could not be compiled: ${String(reason)}`, { timestamp: true })
  }
}

function reportOf(mistakes: readonly Mistake[]): string {
  return `the data set has mistakes:\n${mistakes.map((mistake) => formatMistake(mistake)).join('\n')}`
}

function overlayOf(mistakes: readonly Mistake[]) {
  const [first] = mistakes
  return {
    plugin: 'dataset',
    message: reportOf(mistakes),
    stack: '',
    ...(first ? { id: first.file, loc: { file: first.file, line: first.line, column: first.column } } : {}),
  }
}
