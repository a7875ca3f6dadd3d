import type { ReactNode } from 'react'
import { useIncident } from '../answers/useIncident.ts'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { useDetailTexts } from '../i18n/useDetailTexts.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { closeIncident } from '../view/acts.ts'
import { useAct, useView } from '../view/useView.ts'
import { IncidentPage } from './IncidentPage.tsx'
import { PanelBar } from './PanelBar.tsx'
import { RepublishedNotice } from './RepublishedNotice.tsx'
import { FilteredOut } from './FilteredOut.tsx'
import './IncidentPanel.css'

/**
 * The open incident, with buttons for its neighbours in time; Escape closes it.
 * @param commands further buttons
 */
export function IncidentPanel({ commands }: { commands?: ReactNode }) {
  const { app } = useMessages()
  const id = useView((view) => view.incident)
  if (id === null) return null
  return (
    <article className="incident-panel" aria-label={app.incident}>
      <PanelBar id={id} commands={commands} />
      {/** The key makes the next incident start from its top. */}
      <div key={id} className="incident-panel__body">
        <FilteredOut />
        <Record id={id} />
      </div>
    </article>
  )
}

function Record({ id }: { id: string }) {
  const { app, common, problems } = useMessages()
  const words = useDetailTexts()
  const act = useAct()
  const reading = useIncident(id)
  switch (reading.kind) {
    case 'loading':
      return (
        <div className="incident-panel__loading">
          <p role="status">{common.loading}</p>
          <div aria-hidden="true" className="incident-panel__skeleton" />
        </div>
      )
    case 'gone':
      return (
        <Notice
          kind="warn"
          title={words.goneTitle}
          actions={<Button onClick={() => act(closeIncident)}>{app.backToList}</Button>}
        >
          <p>{words.goneText}</p>
          <p>
            <code translate="no" dir="ltr">
              {id}
            </code>
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
    case 'republished':
      return <RepublishedNotice republished={reading.republished} />
    case 'ready':
      return <IncidentPage details={reading.details} />
  }
}
