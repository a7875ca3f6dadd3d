import { useResult } from '../answers/useResult.ts'
import { NothingFound } from './laterParts.ts'
import { OpenIncident } from './OpenIncident.tsx'
import { ResultCount } from '../filters/ResultCount.tsx'
import { IncidentList } from '../list/IncidentList.tsx'
import { ListOrder } from '../list/ListOrder.tsx'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { useView } from '../view/useView.ts'
import { PrintCommand } from './PrintCommand.tsx'

/** The list, or the open incident. */
export function ResultsPane() {
  const isOpen = useView((view) => view.incident !== null)
  const isEmpty = useResult(({ result, isPartial }) => result?.total === 0 && !isPartial)
  return (
    <div className="pane">
      <div className="pane__results" hidden={isOpen}>
        <div className="pane__head pane__head--row">
          <ResultCount />
          {!isEmpty && <ListOrder />}
        </div>
        <div className="pane__body">{isEmpty ? <NothingFound /> : <IncidentList />}</div>
        <LoadedRows />
      </div>
      {isOpen && <OpenIncident commands={<PrintCommand />} />}
    </div>
  )
}

/**
 * Printed only if the browser was asked to print directly: how many rows of how many are on paper, and which
 * button prints all.
 */
function LoadedRows() {
  const { app: words } = useMessages()
  const total = useResult(({ result }) => result?.list.total)
  return (
    <p className="print-only" data-total={total}>
      {words.loadedRows}
    </p>
  )
}
