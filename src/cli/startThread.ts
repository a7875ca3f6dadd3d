import { Worker } from 'node:worker_threads'

/**
 * A thread that runs a script. It does not inherit tsx, by which TypeScript is run, so that is loaded first.
 * @param maxMegabytes memory beyond which it is ended
 */
export function startThread(script: URL, maxMegabytes: number): Worker {
  return new Worker(starterOf(script), {
    eval: true,
    resourceLimits: { maxOldGenerationSizeMb: maxMegabytes },
  })
}

function starterOf(script: URL): string {
  const address = JSON.stringify(script.href)
  if (!script.pathname.endsWith('.ts')) return `import(${address})`
  const tsx = JSON.stringify(import.meta.resolve('tsx/esm/api'))
  return `import(${tsx}).then(({ register }) => { register(); return import(${address}) })`
}
