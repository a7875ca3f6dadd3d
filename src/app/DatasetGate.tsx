import { useEffect, useState, type ReactNode } from 'react'
import type { DatasetLoader, LoadingState, OpenDataset } from '../answers/datasetLoader.ts'
import { RepublishingContext } from '../answers/republished.ts'
import { pageSigns } from '../answers/pageSigns.ts'
import { createResultLoop } from '../answers/resultLoop.ts'
import { retryLater } from '../answers/retryLater.ts'
import { useDatasetLoader, useLoadingState } from '../answers/useDatasetLoader.ts'
import { DatasetContext, type Dataset } from '../answers/useResult.ts'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { sourceKey, type SourceRef } from '../query/sourceRef.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { FilesPart } from '../importing/laterFiles.ts'
import { useOpenFiles } from '../importing/ownFiles.ts'
import { openDataset } from '../view/acts.ts'
import { OWN_FILES } from '../view/view.ts'
import { useAct, useView, useViewStore } from '../view/useView.ts'
import { DatasetProblem } from './DatasetProblem.tsx'
import { LoadingProgress } from './LoadingProgress.tsx'
import { PanelBoundary } from './PanelBoundary.tsx'
import { sourceOnPage } from './site.ts'
import type { Wiring } from './wiring.ts'

interface Props {
  openSource: Wiring['openSource']
  children: ReactNode
}

/** Shows its children once the data set that the view names is open; before, its progress or why it cannot be opened. */
export function DatasetGate({ openSource, children }: Props) {
  const data = useView((view) => view.data)
  const open = useOpenFiles()
  if (data === OWN_FILES) {
    if (!open) return <NoFiles />
    return (
      <LoadedDataset key={sourceKey(open.ref)} sourceRef={open.ref} openSource={openSource}>
        <FilesPart of="bar" />
        {children}
      </LoadedDataset>
    )
  }
  const linked = sourceOnPage(data)
  if (linked.kind === 'refused') return <RefusedDataset host={linked.host} />
  return (
    <LoadedDataset key={sourceKey(linked.ref)} sourceRef={linked.ref} openSource={openSource}>
      {children}
    </LoadedDataset>
  )
}

function NoFiles() {
  const { app } = useMessages()
  return (
    <main className="gate">
      <PanelBoundary panel={app.openFile}>
        <FilesPart of="missing" />
      </PanelBoundary>
    </main>
  )
}

function LoadedDataset({ sourceRef, openSource, children }: Props & { sourceRef: SourceRef }) {
  const loader = useDatasetLoader(sourceRef, openSource)
  return loader && <LoadingDataset loader={loader}>{children}</LoadingDataset>
}

function LoadingDataset({ loader, children }: { loader: DatasetLoader; children: ReactNode }) {
  const { state, republishing } = useLoadingState(loader)
  if (state.kind !== 'ready') {
    return (
      <main className="gate">
        <GateMessage state={state} onCancel={loader.cancel} onRetry={loader.retry} />
      </main>
    )
  }
  return (
    <RepublishingContext value={republishing}>
      <OpenedDataset dataset={state.dataset}>{children}</OpenedDataset>
    </RepublishingContext>
  )
}

function GateMessage({
  state,
  onCancel,
  onRetry,
}: {
  state: Exclude<LoadingState, { kind: 'ready' }>
  onCancel: () => void
  onRetry: () => void
}) {
  const { problems, common } = useMessages()
  switch (state.kind) {
    case 'loading':
      return <LoadingProgress progress={state.progress} onCancel={onCancel} />
    case 'cancelled':
      return (
        <Notice title={problems.cancelledTitle} actions={<Button onClick={onRetry}>{common.retry}</Button>}>
          {problems.cancelledText}
        </Notice>
      )
    case 'failed':
      return <DatasetProblem error={state.error} onRetry={onRetry} more={<BundledInstead />} />
  }
}

/** Asks the open source on behalf of its children, as long as it is mounted. */
function OpenedDataset({
  dataset: { source, description },
  children,
}: {
  dataset: OpenDataset
  children: ReactNode
}) {
  const views = useViewStore()
  const [dataset, setDataset] = useState<Dataset | null>(null)
  useEffect(() => {
    const loop = createResultLoop(source, views)
    setDataset({ source, description, results: loop.store, askAgain: loop.askAgain })
    const stopRetries = retryLater(loop, pageSigns)
    return () => {
      stopRetries()
      loop.stop()
    }
  }, [source, description, views])
  return dataset && <DatasetContext value={dataset}>{children}</DatasetContext>
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

/** Offers the bundled data set where the link names another one. */
function BundledInstead() {
  const { problems } = useMessages()
  const act = useAct()
  const data = useView((view) => view.data)
  if (data === null) return null
  return <Button onClick={() => act(openDataset(null))}>{problems.openBundled}</Button>
}
