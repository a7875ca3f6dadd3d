import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { createResultLoop } from '../../../src/answers/resultLoop.ts'
import { DatasetContext } from '../../../src/answers/useResult.ts'
import { createEngine } from '../../../src/engine/engine.ts'
import { I18nProvider } from '../../../src/i18n/I18nProvider.tsx'
import { createColumnsBuilder } from '../../../src/incidents/columnsBuilder.ts'
import type { Actor, DatasetAbout, Incident, Place } from '../../../src/incidents/incident.ts'
import type { Language } from '../../../src/incidents/vocabulary.ts'
import type { IncidentSource } from '../../../src/query/incidentSource.ts'
import { ViewStoreContext } from '../../../src/view/useView.ts'
import { createViewStore, type ViewStore } from '../../../src/view/viewStore.ts'
import { defaultView, type View } from '../../../src/view/view.ts'
import { detailsOf } from '../../../src/sources/embedded/details.ts'
import * as sample from '../incidents/sampleRecords.ts'
import { indexAll } from '../../oracle/indexAll.ts'

export interface Records {
  about?: DatasetAbout
  actors?: readonly Actor[]
  places?: readonly Place[]
  /** In the order of time. */
  incidents: readonly Incident[]
}

/** A source that answers on this thread; single methods can be replaced. */
export function sourceOf(
  { about = sample.about, actors = sample.actors, places = sample.places, incidents }: Records,
  change: Partial<IncidentSource> = {},
): { source: IncidentSource; describe: () => ReturnType<ReturnType<typeof createEngine>['describe']> } {
  const builder = createColumnsBuilder(actors, places)
  for (const incident of incidents) builder.append(incident)
  const { columns, texts } = builder.build()
  const engine = createEngine(columns)
  indexAll(engine, texts)
  const describe = () => engine.describe(about)
  const source: IncidentSource = {
    describe: () => Promise.resolve(describe()),
    query: (query) => Promise.resolve(engine.answer(query)),
    incident: (id) => {
      const row = engine.rowOf(id)
      const incident = row === undefined ? undefined : incidents[row]
      return Promise.resolve(row === undefined || !incident ? undefined : detailsOf(engine, row, incident))
    },
    exportFile: () => Promise.reject(new Error('unused')),
    onTexts: () => () => {},
    onLost: () => () => {},
    close: () => {},
    ...change,
  }
  return { source, describe }
}

/** Renders a part of the page over records, with the view in a store as in the page. */
export function showWithRecords(
  element: ReactNode,
  records: Records,
  {
    view = {},
    language = 'en',
    change = {},
  }: { view?: Partial<View>; language?: Language; change?: Partial<IncidentSource> } = {},
): { store: ViewStore } {
  const store = createViewStore({ ...defaultView, ...view })
  const { source, describe } = sourceOf(records, change)
  const dataset = {
    source,
    description: describe(),
    results: createResultLoop(source, store).store,
    version: 'v1',
  }
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  render(
    <QueryClientProvider client={client}>
      <ViewStoreContext value={store}>
        <I18nProvider language={language}>
          <DatasetContext value={dataset}>{element}</DatasetContext>
        </I18nProvider>
      </ViewStoreContext>
    </QueryClientProvider>,
  )
  return { store }
}
