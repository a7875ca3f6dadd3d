import { useEffect, useId, useState } from 'react'
import { useResult } from '../answers/useResult.ts'
import { useTold } from '../counts/useTold.tsx'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { setFatalities } from '../view/acts.ts'
import { useAct, useView } from '../view/useView.ts'
import { readWhole } from './readNumber.ts'

/** Filters by the number of dead, from and to; applied on Enter or when a field loses the focus, if the range is valid. */
export function FatalitiesFilter() {
  const { filters: words } = useMessages()
  const act = useAct()
  const note = useId()
  const unnumbered = useResult(({ result }) => result?.unnumbered ?? 0)
  const told = useTold()
  const { min, max } = useView((view) => view.filters.fatalities)
  const [typed, setTyped] = useState({ min: textOf(min), max: textOf(max) })
  useEffect(() => setTyped({ min: textOf(min), max: textOf(max) }), [min, max])
  const [low, high] = [readWhole(typed.min), readWhole(typed.max)]
  const isBad = low === undefined || high === undefined || (low !== null && high !== null && low > high)
  const apply = () => {
    if (!isBad && (low !== min || high !== max)) act(setFatalities(low, high))
  }
  const field = (end: 'min' | 'max', label: string) => (
    <label>
      <span>{label}</span>
      <input
        inputMode="numeric"
        autoComplete="off"
        value={typed[end]}
        aria-invalid={isBad}
        aria-describedby={note}
        onChange={(event) => setTyped({ ...typed, [end]: event.target.value })}
        onBlur={apply}
        onKeyDown={(event) => event.key === 'Enter' && apply()}
      />
    </label>
  )
  return (
    <>
      <div className="number-fields">
        {field('min', words.least)}
        {field('max', words.most)}
      </div>
      {unnumbered > 0 && (
        <p className="filter-note" role="status">
          {told((tell) => words.unnumbered(tell(unnumbered)))}
        </p>
      )}
      <p
        id={note}
        className={`filter-note${isBad ? ' filter-note--bad' : ''}`}
        role={isBad ? 'alert' : undefined}
      >
        {isBad ? words.badRange : words.notZero}
      </p>
    </>
  )
}

function textOf(count: number | null): string {
  return count === null ? '' : String(count)
}
