import { useEffect } from 'react'
import { useStore } from 'zustand'
import { mayBeReplaced } from '../query/incidentSource.ts'
import type { RecordState } from './incidentReader.ts'
import { useRepublishing, type Republished } from './republished.ts'
import { useDataset } from './useResult.ts'

export type IncidentReading =
  | Exclude<RecordState, { kind: 'failed' }>
  | (Extract<RecordState, { kind: 'failed' }> & { retry: () => void })
  /** Its file was replaced on the host, with the version that it belongs to. */
  | { kind: 'republished'; republished: Republished }

const loading = { kind: 'loading' } as const

/**
 * The full record of one incident.
 * @param id null asks for none: the reading stays `loading`
 */
export function useIncident(id: string | null): IncidentReading {
  const { incidents } = useDataset()
  const { found } = useRepublishing()
  const record = useStore(incidents.records, (records) => (id === null ? undefined : records.get(id)))
  useEffect(() => {
    if (id !== null) incidents.read(id)
  }, [incidents, id])
  if (!record || id === null) return loading
  if (record.kind !== 'failed') return record
  if (found && mayBeReplaced(record.error)) return { kind: 'republished', republished: found }
  return { ...record, retry: () => incidents.read(id) }
}
