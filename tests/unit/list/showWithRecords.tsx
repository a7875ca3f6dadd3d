import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { createResultLoop } from '../../../src/answers/resultLoop.ts'
import { DatasetContext } from '../../../src/answers/useResult.ts'
import { createEngine } from '../../../src/engine/engine.ts'
import { I18nProvider } from '../../../src/i18n/I18nProvider.tsx'
import { createColumnsBuilder } from '../../../src/incidents/columnsBuilder.ts'
import type { Actor, DatasetAbout, Incident, Place } from '../../../src/incidents/incident.ts'
import type { Language } from '../../../src/incidents/vocabulary.ts'
import type { DatasetDescription, IncidentSource } from '../../../src/query/incidentSource.ts'
import { ViewStoreContext } from '../../../src/view/useView.ts'
import { createViewStore, type ViewStore } from '../../../src/view/viewStore.ts'
import { defaultView, type View } from '../../../src/view/view.ts'
import { createEmbeddedDataset } from '../../../src/sources/embedded/embeddedDataset.ts'
import * as sample from '../incidents/sampleRecords.ts'
import { indexAll } from '../../oracle/indexAll.ts'
import { fakeSource } from '../sources/fakeSource.ts'

export interface Records {
  about?: DatasetAbout
  actors?: readonly Actor[]
  places?: readonly Place[]
  /** In the order of time. */
  incidents: readonly Incident[]
}

/** A source over records, on this thread and with everything indexed; single methods can be replaced. */
export function sourceOf(
  { about = sample.about, actors = sample.actors, places = sample.places, incidents }: Records,
  change: Partial<IncidentSource> = {},
): { source: IncidentSource; describe: () => DatasetDescription } {
  const builder = createColumnsBuilder(actors, places)
  for (const incident of incidents) builder.append(incident)
  const { columns, texts } = builder.build()
  const engine = createEngine(columns)
  indexAll(engine, texts)
  const recordOf = (row: number) => {
    const record = incidents[row]
    if (!record) throw new RangeError(`no record for row ${row}`)
    return record
  }
  const dataset = createEmbeddedDataset({
    engine,
    about,
    version: 'v1',
    dictionaries: columns.dictionaries,
    records: {
      record: (row) => Promise.resolve(recordOf(row)),
      async *recordsInOrder(rows) {
        for (const row of rows) yield await Promise.resolve([recordOf(row)])
      },
    },
    readTexts: () => Promise.resolve(texts),
    latestVersion: () => Promise.resolve({ version: 'v1', updated: about.updated }),
  })
  const { source } = fakeSource({
    describe: () => Promise.resolve(dataset.describe()),
    query: (query) => Promise.resolve(dataset.query(query)),
    incident: dataset.incident,
    export: (request) => dataset.export(request, new AbortController().signal),
    ...change,
  })
  return { source, describe: dataset.describe }
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
): { store: ViewStore; unmount: () => void } {
  const store = createViewStore({ ...defaultView, ...view })
  const { source, describe } = sourceOf(records, change)
  const dataset = {
    source,
    description: describe(),
    results: createResultLoop(source, store).store,
  }
  const { unmount } = render(
    <ViewStoreContext value={store}>
      <I18nProvider language={language}>
        <DatasetContext value={dataset}>{element}</DatasetContext>
      </I18nProvider>
    </ViewStoreContext>,
  )
  return { store, unmount }
}
