import { useResult } from '../answers/useResult.ts'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { fieldIds } from '../incidents/fields.ts'
import { isFiltered } from '../query/incidentQuery.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { clearField, clearFilters } from '../view/acts.ts'
import { useAct, useView } from '../view/useView.ts'
import { useIndexed } from './useIndexed.ts'
import './NothingFound.css'

/** Says that nothing was found: for good, or so far. */
export function NothingFound() {
  const isPending = useResult(({ result }) => result?.textPending)
  return <div className="nothing-found">{isPending ? <NothingYet /> : <NothingAtAll />}</div>
}

/** A search that is not at its end: nobody knows yet that there is nothing. */
function NothingYet() {
  const { filters: words } = useMessages()
  const indexed = useIndexed()
  return indexed === 'failed' ? (
    <Notice kind="warn" title={words.nothingInNames}>
      <p>{words.searchNamesOnly}</p>
    </Notice>
  ) : (
    <Notice title={words.nothingYet}>
      <p>{words.searchPending(indexed)}</p>
    </Notice>
  )
}

/** Says which filter to relax, and offers it. */
function NothingAtAll() {
  const { filters: words, common } = useMessages()
  const act = useAct()
  const filters = useView((view) => view.filters)
  const relaxed = useResult(({ result }) => result?.relaxed)
  const offers = fieldIds
    .filter((field) => isFiltered(filters, field))
    .map((field) => ({ field, gain: relaxed?.[field] ?? 0 }))
    .filter(({ gain }) => gain > 0)
    .toSorted((a, b) => b.gain - a.gain)
  return (
    <Notice
      kind="warn"
      title={words.nothingFound}
      actions={<Button onClick={() => act(clearFilters)}>{words.clearAll}</Button>}
    >
      {offers.length === 0 ? (
        <p>{words.noneAlone}</p>
      ) : (
        <>
          <p>{words.relax}</p>
          <ul className="nothing-found__offers">
            {offers.map(({ field, gain }) => (
              <li key={field}>
                <Button onClick={() => act(clearField(field))}>
                  {words.without(words.field[field], common.incidents(gain))}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  )
}
