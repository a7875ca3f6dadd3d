import { useEffect } from 'react'
import { useIncident } from '../answers/useIncident.ts'
import { useResult } from '../answers/useResult.ts'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { closeIncident, openIncident } from '../view/acts.ts'
import { useAct, useView } from '../view/useView.ts'
import { IncidentPage } from './IncidentPage.tsx'
import { Standing } from './Standing.tsx'
import { useReturningFocus } from './useReturningFocus.ts'
import './IncidentPanel.css'

/** The open incident, with its neighbours in time; Escape closes it. */
export function IncidentPanel() {
  const id = useView((view) => view.incident)
  useReturningFocus()
  if (id === null) return null
  return (
    <article className="incident-panel">
      <PanelBar />
      <div className="incident-panel__body">
        <Standing />
        <Record key={id} id={id} />
      </div>
    </article>
  )
}

function PanelBar() {
  const { details: words } = useMessages()
  const act = useAct()
  const earlier = useResult(({ result }) => result?.open?.earlier ?? null)
  const later = useResult(({ result }) => result?.open?.later ?? null)
  const go = (id: string | null) => id !== null && act(openIncident(id))
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      if (event.target instanceof HTMLElement && event.target.closest('input, textarea, select, dialog'))
        return
      if (event.key === 'Escape') act(closeIncident)
      if (event.key === '[') go(earlier)
      if (event.key === ']') go(later)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })
  return (
    <div className="incident-panel__bar">
      <Button disabled={earlier === null} title={words.earlierKey} onClick={() => go(earlier)}>
        {words.earlier}
      </Button>
      <Button disabled={later === null} title={words.laterKey} onClick={() => go(later)}>
        {words.later}
      </Button>
      <Button
        className="incident-panel__close"
        aria-label={words.closeIncident}
        onClick={() => act(closeIncident)}
      >
        <span aria-hidden="true">×</span>
      </Button>
    </div>
  )
}

function Record({ id }: { id: string }) {
  const { details: words, common, problems } = useMessages()
  const act = useAct()
  const reading = useIncident(id)
  switch (reading.kind) {
    case 'loading':
      return (
        <p className="incident-panel__loading" role="status">
          {common.loading}
        </p>
      )
    case 'gone':
      return (
        <Notice
          kind="warn"
          title={words.goneTitle}
          actions={<Button onClick={() => act(closeIncident)}>{words.backToList}</Button>}
        >
          <p>{words.goneText}</p>
          <p>
            <code dir="ltr">{id}</code>
          </p>
        </Notice>
      )
    case 'failed':
      return (
        <Notice
          kind="bad"
          title={words.failedTitle}
          actions={<Button onClick={reading.retry}>{common.retry}</Button>}
        >
          {problems.cause[reading.error.code]}
        </Notice>
      )
    case 'ready':
      return <IncidentPage details={reading.details} />
  }
}
