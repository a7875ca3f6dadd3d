import { useEffect, useState } from 'react'
import { useDataset } from '../answers/useResult.ts'
import { useLanguage } from '../i18n/I18nProvider.tsx'
import { asSourceError, type SourceError } from '../query/incidentSource.ts'
import { useLatest } from '../ui/useLatest.ts'
import { useViewStore } from '../view/useView.ts'
import { preparePrint, type Prepared, type PrintQuestion } from './preparePrint.ts'

/** How far the preparation is. `done` and `total` count rows. */
export type Preparation =
  | { kind: 'preparing'; done: number; total: number | undefined }
  | { kind: 'ready'; prepared: Prepared }
  | { kind: 'failed'; error: SourceError }

/** The map library may not have loaded yet, so it is imported here. */
const drawMap: PrintQuestion['drawMap'] = async (picture, signal) =>
  (await import('../map/mapPicture.ts')).drawMapPicture(picture, signal)

/**
 * Prepares the present view for printing, once.
 * @param onStale called when the view has changed, so that what was prepared no longer shows it
 */
export function usePreparation(onStale: () => void): Preparation {
  const store = useViewStore()
  const { source, results } = useDataset()
  const language = useLanguage()
  const [preparation, setPreparation] = useState<Preparation>({
    kind: 'preparing',
    done: 0,
    total: undefined,
  })
  const stale = useLatest(onStale)
  useEffect(() => {
    const abort = new AbortController()
    const state = store.getState()
    const question = {
      source,
      state,
      extent: results.getState().result?.extent ?? null,
      language,
      drawMap,
    }
    const onProgress = (done: number, total: number) => setPreparation({ kind: 'preparing', done, total })
    preparePrint(question, abort.signal, onProgress).then(
      (prepared) => setPreparation({ kind: 'ready', prepared }),
      (reason: unknown) => {
        if (!abort.signal.aborted) setPreparation({ kind: 'failed', error: asSourceError(reason) })
      },
    )
    const unsubscribe = store.subscribe(({ view }) => {
      if (view !== state.view) stale.current()
    })
    return () => {
      abort.abort()
      unsubscribe()
    }
  }, [store, source, results, language, stale])
  return preparation
}
