import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { SourceError, type IncidentSource, type Progress } from '../query/incidentSource.ts'
import type { DatasetDescription } from '../query/incidentSource.ts'
import type { Manifest } from '../published/manifest.ts'
import { fetchManifest } from './fetchManifest.ts'
import { mayBeRepublished, type Republishing } from './republished.ts'
import { asSourceError } from './resultLoop.ts'

/** How often it is asked whether a newer version is published, in milliseconds. */
const REVALIDATE = 5 * 60_000

export interface OpenDataset {
  source: IncidentSource
  description: DatasetDescription
  manifest: Manifest
}

export type DatasetLoading =
  | { kind: 'loading'; progress: Progress | null; cancel: () => void }
  | { kind: 'cancelled'; retry: () => void }
  | { kind: 'failed'; error: SourceError; retry: () => void }
  | {
      kind: 'ready'
      dataset: OpenDataset
      republishing: Republishing
    }

/**
 * Opens a published data set and keeps it open while it is shown; a newer version is noticed, never forced.
 * @param openSource makes the source of one version; it is closed when that version is left
 */
export function useDatasetLoading(
  manifestUrl: string,
  openSource: (manifestUrl: string, manifest: Manifest) => IncidentSource,
): DatasetLoading {
  const [attempt, setAttempt] = useState(0)
  const [cancelled, setCancelled] = useState(false)
  const [progress, setProgress] = useState<Progress | null>(null)
  const [chosen, setChosen] = useState<Manifest | null>(null)
  const client = useQueryClient()

  const asked = {
    queryKey: ['manifest', manifestUrl, attempt],
    queryFn: ({ signal }: { signal: AbortSignal }) => fetchManifest(manifestUrl, signal),
  }
  const published = useQuery({
    ...asked,
    enabled: !cancelled,
    refetchInterval: REVALIDATE,
    refetchOnWindowFocus: true,
  })
  const manifest = chosen ?? published.data ?? null
  useEffect(() => {
    if (!chosen && published.data) setChosen(published.data)
  }, [chosen, published.data])

  const table = useQuery({
    queryKey: ['table', manifestUrl, manifest?.version, attempt],
    queryFn: ({ signal }) => {
      if (!manifest) throw new SourceError('internal', 'no manifest')
      const open = (version: Manifest) =>
        openDataset(() => openSource(manifestUrl, version), version, signal, setProgress)
      return openNewest(open, manifest, () => client.fetchQuery({ ...asked, staleTime: 0 }))
    },
    enabled: manifest !== null && !cancelled,
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    structuralSharing: false,
  })
  useEffect(() => closeLeftSources(client), [client])
  const [lost, setLost] = useState<SourceError | null>(null)
  const source = table.data?.source
  useEffect(() => source?.onLost(setLost), [source])

  const again = () => {
    setLost(null)
    setProgress(null)
    setCancelled(false)
    setChosen(null)
    setAttempt((n) => n + 1)
  }
  const cancel = () => {
    setCancelled(true)
    for (const part of ['manifest', 'table']) void client.cancelQueries({ queryKey: [part, manifestUrl] })
  }
  const error = lost ?? table.error ?? (manifest ? null : published.error)
  if (cancelled) return { kind: 'cancelled', retry: again }
  if (error) return { kind: 'failed', error: asSourceError(error), retry: again }
  if (!table.data) return { kind: 'loading', progress, cancel }
  const newer =
    published.data && published.data.version !== table.data.manifest.version ? published.data : null
  const show = () => {
    setProgress(null)
    setChosen(newer)
  }
  const isPageOlder = published.error !== null && asSourceError(published.error).code === 'unsupported'
  return {
    kind: 'ready',
    dataset: table.data,
    republishing: {
      found: isPageOlder ? { kind: 'page' } : newer && { kind: 'data', manifest: newer, show },
      check: async (reason) => {
        if (mayBeRepublished(reason))
          await client.refetchQueries({ queryKey: asked.queryKey }, { cancelRefetch: false })
      },
    },
  }
}

/**
 * Opens a version, or the one that has taken its place since its manifest was read.
 * @param askAgain for the manifest
 */
async function openNewest(
  open: (manifest: Manifest) => Promise<OpenDataset>,
  manifest: Manifest,
  askAgain: () => Promise<Manifest>,
): Promise<OpenDataset> {
  try {
    return await open(manifest)
  } catch (reason) {
    if (!mayBeRepublished(reason)) throw reason
    const newest = await askAgain()
    if (newest.version === manifest.version) throw reason
    return open(newest)
  }
}

async function openDataset(
  open: () => IncidentSource,
  manifest: Manifest,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<OpenDataset> {
  const source = open()
  try {
    return { source, description: await source.describe({ signal, onProgress }), manifest }
  } catch (reason) {
    source.close()
    throw reason
  }
}

/** Gives back a source when the cache lets go of it. */
function closeLeftSources(client: ReturnType<typeof useQueryClient>): () => void {
  return client.getQueryCache().subscribe(({ type, query }) => {
    if (type === 'removed' && query.queryKey[0] === 'table')
      (query.state.data as OpenDataset | undefined)?.source.close()
  })
}
