import type { ReactNode } from 'react'
import { useImportingTexts } from '../i18n/useImportingTexts.ts'
import {
  dayOrders,
  profileIds,
  type DayOrder,
  type TableChoices,
  type TableReport,
} from '../query/importReport.ts'
import { languages } from '../incidents/vocabulary.ts'
import { ownNames } from '../i18n/ownNames.ts'
import { Select } from '../ui/Select.tsx'

/** How a table is read, where it is not as recognized: form, order in dates, language, or not at all. */
export function TableOptions({
  table,
  choices,
  onChoose,
}: {
  table: TableReport
  choices: TableChoices
  onChoose: (change: TableChoices) => void
}) {
  const words = useImportingTexts()
  return (
    <div className="table-options">
      <Option label={words.readAs}>
        <Select
          label={words.readAs}
          value={choices.profile ?? table.profile ?? 'mapping'}
          options={profileIds.map((id) => ({ value: id, text: words.codes.profile[id] }))}
          onChange={(profile) => onChoose({ profile })}
        />
      </Option>
      <Option label={words.dayOrder}>
        <Select<DayOrder | 'dates'>
          label={words.dayOrder}
          value={choices.dayOrder ?? 'dates'}
          options={[
            { value: 'dates', text: words.fromDates },
            ...dayOrders.map((order) => ({ value: order, text: words.order[order] })),
          ]}
          onChange={(order) => onChoose({ dayOrder: order === 'dates' ? undefined : order })}
        />
      </Option>
      <Option label={words.language}>
        <Select
          label={words.language}
          value={choices.lang ?? table.lang}
          options={languages.map((id) => ({ value: id, text: ownNames[id], lang: id }))}
          onChange={(lang) => onChoose({ lang })}
        />
      </Option>
      <label className="table-options__skip">
        <input
          type="checkbox"
          checked={choices.skip ?? table.skipped}
          onChange={({ target }) => onChoose({ skip: target.checked })}
        />
        <span>{words.skip}</span>
      </label>
    </div>
  )
}

/** A visible label; the control has its own for screen readers. */
function Option({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="table-options__option">
      <span aria-hidden="true">{label}</span>
      {children}
    </div>
  )
}
