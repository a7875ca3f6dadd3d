import { useResult } from '../answers/useResult.ts'
import { IncidentPanel, NothingFound } from './laterParts.ts'
import { ResultCount } from '../filters/ResultCount.tsx'
import { IncidentList } from '../list/IncidentList.tsx'
import { ExportMenu } from '../share/ExportMenu.tsx'
import { useView } from '../view/useView.ts'

/** The list, or the incident that is open. */
export function ResultsPane() {
  const isOpen = useView((view) => view.incident !== null)
  const isEmpty = useResult(({ result }) => result?.total === 0)
  return (
    <div className="pane">
      <div className="pane__results" hidden={isOpen}>
        <div className="pane__head pane__head--row">
          <ResultCount />
          <ExportMenu />
        </div>
        <div className="pane__body">{isEmpty ? <NothingFound /> : <IncidentList />}</div>
      </div>
      {isOpen && <IncidentPanel />}
    </div>
  )
}
