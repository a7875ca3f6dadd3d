import type { IncidentSource } from '../query/incidentSource.ts'
import { laterCode } from './laterCode.ts'
import { createStateSignal } from './stateSignal.ts'

/** A source that is ready from the start, without its state. */
export type LaterSource = Required<Omit<IncidentSource, 'onState'>>

/** A source whose code is loaded when it is first asked. @param load loads and creates it */
export function createLaterSource(load: () => Promise<LaterSource>): IncidentSource {
  const { onState, stop } = createStateSignal({ kind: 'ready' })
  let source: Promise<LaterSource> | undefined
  const open = () => (source ??= laterCode(load))
  return {
    describe: async (options) => (await open()).describe(options),
    query: async (query, options) => (await open()).query(query, options),
    facetPage: async (request, options) => (await open()).facetPage(request, options),
    incident: async (id, options) => (await open()).incident(id, options),
    citing: async (urls, options) => (await open()).citing(urls, options),
    async *export(request, options) {
      yield* (await open()).export(request, options)
    },
    latestVersion: async (options) => (await open()).latestVersion(options),
    onState,
    close() {
      stop()
      void source?.then((each) => each.close())
    },
  }
}
