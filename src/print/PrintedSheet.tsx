import { useDescription } from '../answers/useResult.ts'
import { IncidentPage } from '../details/IncidentPage.tsx'
import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import { usePrintTexts } from '../i18n/usePrintTexts.ts'
import { usePickText } from '../i18n/useText.ts'
import { useScreen, useView } from '../view/useView.ts'
import { Space } from '../ui/Space.tsx'
import { filtersInWords } from './filtersInWords.ts'
import type { Prepared } from './preparePrint.ts'
import { PrintedBars } from './PrintedBars.tsx'
import { PrintedFact } from './PrintedFact.tsx'
import { PrintedFoot } from './PrintedFoot.tsx'
import { PrintedHead } from './PrintedHead.tsx'
import { PrintedLegend } from './PrintedLegend.tsx'
import { PrintedMap } from './PrintedMap.tsx'
import { PrintedRow } from './PrintedRow.tsx'
import './PrintedSheet.css'

/** The printed page. */
export function PrintedSheet({ prepared }: { prepared: Prepared }) {
  return (
    <>
      <PrintedHead />
      {prepared.kind === 'incident' ? (
        <>
          <PrintedMap picture={prepared.picture} />
          <IncidentPage details={prepared.details} />
        </>
      ) : (
        <List {...prepared} />
      )}
      <PrintedFoot />
    </>
  )
}

function List({ answer, rows, picture }: Extract<Prepared, { kind: 'list' }>) {
  const { common, list } = useMessages()
  const words = usePrintTexts()
  const order = useScreen((screen) => screen.list.order)
  const span = useScreen((screen) => screen.timeline?.span)
  const { total } = answer.list
  return (
    <>
      <h2>{common.nOfIncidents(answer.total, answer.of)}</h2>
      <FiltersInWords />
      <PrintedMap picture={picture} />
      <PrintedLegend />
      {answer.histogram && span && <PrintedBars histogram={answer.histogram} span={span} />}
      <h2 className="printed__list-name">
        <ListName total={total} />
        <Space />
        <small>{list.orders[order]}</small>
      </h2>
      {rows.length < total && <p className="printed__cut">{words.firstOf(rows.length, total)}</p>}
      <ol className="printed__rows">
        {rows.map((row) => (
          <PrintedRow key={row.id} row={row} />
        ))}
      </ol>
    </>
  )
}

/** The number of incidents, and of which cell they are, if the map asked for one. */
function ListName({ total }: { total: number }) {
  const { common, list: words } = useMessages()
  const pick = usePickText()
  const { dictionaries } = useDescription()
  const selectedCell = useScreen((screen) => screen.selectedCell)
  const place = dictionaries.places[selectedCell?.place ?? -1]
  const name = place && pick(place.name)
  if (!selectedCell) return <span>{common.incidents(total)}</span>
  return <span>{name ? words.ofCell(total, name.text) : words.hereTogether(total)}</span>
}

function FiltersInWords() {
  const messages = useMessages()
  const words = usePrintTexts()
  const language = useLanguage()
  const { dictionaries } = useDescription()
  const filters = useView((view) => view.filters)
  const said = filtersInWords(filters, dictionaries, messages, language)
  return (
    <dl className="printed__facts">
      {said.length === 0 ? (
        <PrintedFact name={messages.app.filters}>{words.noFilters}</PrintedFact>
      ) : (
        said.map(({ name, text }) => (
          <PrintedFact key={name} name={name}>
            <bdi>{text}</bdi>
          </PrintedFact>
        ))
      )}
    </dl>
  )
}
