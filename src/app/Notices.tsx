import { useEffect, useRef, useState } from 'react'
import { useRepublishing } from '../answers/republished.ts'
import { mayPass } from '../answers/retryLater.ts'
import { shownInstead, type ShownInstead } from '../answers/shownInstead.ts'
import { useDataset, useResult } from '../answers/useResult.ts'
import type { Messages } from '../i18n/en/en.ts'
import { useMessages, useMissingLanguage } from '../i18n/I18nProvider.tsx'
import { mayBeReplaced, type SourceError } from '../query/incidentSource.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useShortcuts } from '../ui/useShortcuts.ts'
import type { LinkReport } from '../view/url/readLink.ts'
import { LaterNotices } from './laterParts.ts'
import { PanelBoundary } from './PanelBoundary.tsx'
import './Notices.css'

/** Notices over the map; the user can close each. */
export function Notices({ link, onLinkRead }: { link: LinkReport; onLinkRead: () => void }) {
  const { common } = useMessages()
  const { found } = useRepublishing()
  const missingLanguage = useMissingLanguage()
  const isLaterWanted =
    link.problems.length > 0 || link.repairs.length > 0 || found !== null || missingLanguage !== null
  return (
    <div className="notices">
      {isLaterWanted && (
        <PanelBoundary panel={common.appName}>
          <LaterNotices link={link} onLinkRead={onLinkRead} />
        </PanelBoundary>
      )}
      <TextsNotice />
      <ResultNotice />
    </div>
  )
}

/** Told where titles and summaries could not be loaded. */
function TextsNotice() {
  const { problems, common } = useMessages()
  const { source } = useDataset()
  const { found, check } = useRepublishing()
  const [error, setError] = useState<SourceError | null>(null)
  const checked = useRef(check)
  useEffect(() => {
    checked.current = check
  })
  useEffect(
    () =>
      source.onState((state) => {
        const failed = state.kind === 'textsFailed' ? state.error : null
        void checked.current(failed).then(() => setError(failed))
      }),
    [source],
  )
  const close = () => setError(null)
  useShortcuts({ Escape: close }, error !== null)
  if (!error) return null
  return (
    <div className="toast">
      <Notice
        kind="warn"
        title={problems.textsTitle}
        actions={<Button onClick={close}>{common.close}</Button>}
      >
        <p>{found && mayBeReplaced(error) ? problems.newerTitle : problems.cause[error.code]}</p>
        <p>{problems.textsEffect}</p>
      </Notice>
    </div>
  )
}

/** Told where the last query was not answered, or not wholly, with what is shown instead. */
function ResultNotice() {
  const { problems, common } = useMessages()
  const { askAgain } = useDataset()
  const { check } = useRepublishing()
  const error = useResult((state) => state.error)
  const shown = useResult(shownInstead)
  useEffect(() => void check(error), [check, error])
  // DatasetGate tells of a lost source, and can open it again.
  if (!error || error.code === 'lost') return null
  const { title, effect } = resultTexts(problems, shown)
  return (
    <div className="toast">
      <Notice kind="bad" title={title} actions={<Button onClick={askAgain}>{common.retry}</Button>}>
        <p>{problems.cause[error.code]}</p>
        <p>{effect}</p>
        {mayPass(error) && <p>{problems.resultRetried}</p>}
      </Notice>
    </div>
  )
}

function resultTexts(
  problems: Messages['problems'],
  shown: ShownInstead,
): Record<'title' | 'effect', string> {
  switch (shown) {
    case 'nothing':
      return { title: problems.datasetTitle, effect: problems.datasetEffect }
    case 'before':
    case 'partBefore':
      return { title: problems.resultTitle, effect: problems.resultEffect[shown] }
    case 'part':
    case 'estimates':
      return { title: problems.resultPartTitle, effect: problems.resultEffect[shown] }
  }
}
