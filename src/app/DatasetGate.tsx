import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { datasetAddress } from '../answers/datasetAddress.ts'
import { RepublishingContext } from '../answers/republished.ts'
import { createResultLoop } from '../answers/resultLoop.ts'
import { useDatasetLoading, type DatasetLoading, type OpenDataset } from '../answers/useDatasetLoading.ts'
import { DatasetContext, type Dataset } from '../answers/useResult.ts'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { openDataset } from '../view/acts.ts'
import { useAct, useView, useViewStore } from '../view/useView.ts'
import { DatasetProblem } from './DatasetProblem.tsx'
import { LoadingProgress } from './LoadingProgress.tsx'
import { site } from './site.ts'
import type { Wiring } from './wiring.ts'

/** Shows its children once the data set that the view names is open; until then how far it is, or why not. */
export function DatasetGate({
  openSource,
  children,
}: {
  openSource: Wiring['openSource']
  children: ReactNode
}) {
  const data = useView((view) => view.data)
  const address = datasetAddress(data, document.baseURI, site.dataHosts)
  if (address.kind === 'refused') return <RefusedDataset host={address.host} />
  return (
    <LoadedDataset key={address.manifestUrl} manifestUrl={address.manifestUrl} openSource={openSource}>
      {children}
    </LoadedDataset>
  )
}

function LoadedDataset({
  manifestUrl,
  openSource,
  children,
}: {
  manifestUrl: string
  openSource: Wiring['openSource']
  children: ReactNode
}) {
  const loading = useDatasetLoading(manifestUrl, openSource)
  return loading.kind === 'ready' ? (
    <OpenedDataset loading={loading}>{children}</OpenedDataset>
  ) : (
    <main className="gate">
      <GateMessage loading={loading} />
    </main>
  )
}

function GateMessage({ loading }: { loading: Exclude<DatasetLoading, { kind: 'ready' }> }) {
  const { problems, common } = useMessages()
  switch (loading.kind) {
    case 'loading':
      return <LoadingProgress progress={loading.progress} onCancel={loading.cancel} />
    case 'cancelled':
      return (
        <Notice
          title={problems.cancelledTitle}
          actions={<Button onClick={loading.retry}>{common.retry}</Button>}
        >
          {problems.cancelledText}
        </Notice>
      )
    case 'failed':
      return <DatasetProblem error={loading.error} onRetry={loading.retry} more={<BundledInstead />} />
  }
}

function OpenedDataset({
  loading,
  children,
}: {
  loading: Extract<DatasetLoading, { kind: 'ready' }>
  children: ReactNode
}) {
  const dataset = useResults(loading.dataset)
  if (!dataset) return null
  return (
    <RepublishingContext value={loading.republishing}>
      <DatasetContext value={dataset}>{children}</DatasetContext>
    </RepublishingContext>
  )
}

/** Runs the result loop for as long as the data set is shown. */
function useResults({ source, description, manifest }: OpenDataset): Dataset | null {
  const views = useViewStore()
  const [results, setResults] = useState<Dataset['results'] | null>(null)
  useEffect(() => {
    const loop = createResultLoop(source, views)
    setResults(loop.store)
    return () => loop.stop()
  }, [source, views])
  return useMemo(
    () => results && { source, description, results, version: manifest.version },
    [source, description, results, manifest.version],
  )
}

function RefusedDataset({ host }: { host: string }) {
  const { problems } = useMessages()
  return (
    <main className="gate">
      <Notice kind="bad" title={problems.refusedTitle} actions={<BundledInstead />}>
        {problems.refusedText(host)}
      </Notice>
    </main>
  )
}

/** The way on where a link names data that cannot be had. */
function BundledInstead() {
  const { problems } = useMessages()
  const act = useAct()
  const data = useView((view) => view.data)
  if (data === null) return null
  return <Button onClick={() => act(openDataset(null))}>{problems.openBundled}</Button>
}
