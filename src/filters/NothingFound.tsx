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

/** Says that no incident passes the filters, or that none has been found so far. */
export function NothingFound() {
  const isPending = useResult(({ result }) => result?.textPending)
  return <div className="nothing-found">{isPending ? <NothingYet /> : <NothingAtAll />}</div>
}

/** For a search whose texts are still being indexed: matches may follow. */
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

/** Offers to clear each filter that alone keeps incidents out, with the number of those incidents. */
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
