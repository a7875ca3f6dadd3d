import { useState } from 'react'
import { useLanguage } from '../i18n/I18nProvider.tsx'
import { localeOf } from '../i18n/plural.ts'
import { useImportingTexts } from '../i18n/useImportingTexts.ts'
import {
  mappedFields,
  type ColumnReport,
  type MappedField,
  type TableChoices,
  type TableReport,
} from '../query/importReport.ts'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Select.tsx'
import { shortened } from './RejectionList.tsx'
import { rememberedMapping, rememberMapping } from './rememberedMappings.ts'

/** Most columns without a field that are listed before all are asked for. */
const FIRST = 12

/** The columns of a table with their first values and what they hold, which can be changed. */
export function ColumnMapping({
  table,
  chosen,
  onChoose,
}: {
  table: TableReport
  /** Fields that the user has chosen, which the report may not show yet. */
  chosen: TableChoices['fields']
  onChoose: (change: TableChoices) => void
}) {
  const words = useImportingTexts()
  const { columns, headerKey } = table
  const [isWhole, setWhole] = useState(false)
  const [isRemembered, setRemembered] = useState(() => rememberedMapping(headerKey) !== undefined)
  const remember = (wanted: boolean, fields: readonly (MappedField | null)[]) => {
    setRemembered(wanted)
    rememberMapping(headerKey, wanted ? fields : null)
  }
  const present = columns.map(({ field }, at) => (chosen ? (chosen[at] ?? null) : field))
  const setField = (at: number, field: MappedField | null) => {
    const fields = present.with(at, field)
    if (isRemembered) remember(true, fields)
    onChoose({ profile: 'mapping', fields })
  }
  const shown = isWhole ? [...columns.keys()] : firstShown(columns)
  return (
    <div className="mapping">
      <p>{words.mappingHint}</p>
      <table className="mapping__columns">
        <thead>
          <tr>
            <th scope="col">{words.column}</th>
            <th scope="col">{words.firstValues}</th>
            <th scope="col">{words.holds}</th>
            <th scope="col">{words.why}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((at) => {
            const column = columns[at]
            return (
              column && (
                <ColumnRow
                  key={at}
                  field={present[at] ?? null}
                  at={at}
                  column={column}
                  onField={(field) => setField(at, field)}
                />
              )
            )
          })}
        </tbody>
      </table>
      {shown.length < columns.length && (
        <Button onClick={() => setWhole(true)}>{words.allColumns(columns.length)}</Button>
      )}
      <label className="mapping__remember">
        <input
          type="checkbox"
          checked={isRemembered}
          onChange={({ target }) => remember(target.checked, present)}
        />
        <span>{words.remember}</span>
      </label>
    </div>
  )
}

/** Indices of the columns that hold a field, and of the first others, in order. */
function firstShown(columns: readonly ColumnReport[]): number[] {
  let others = 0
  return [...columns.keys()].filter((at) => {
    if (columns[at]?.field) return true
    others += 1
    return others <= FIRST
  })
}

function ColumnRow({
  at,
  column,
  field,
  onField,
}: {
  at: number
  field: MappedField | null
  column: ColumnReport
  onField: (field: MappedField | null) => void
}) {
  const words = useImportingTexts()
  const language = useLanguage()
  const name = column.name.trim() === '' ? words.unnamedColumn(at + 1) : column.name
  const percent = new Intl.NumberFormat(localeOf[language], { style: 'percent' }).format(column.confidence)
  const isGuess = column.reason !== null && column.reason !== 'user' && column.reason !== 'profile'
  return (
    <tr>
      <th scope="row">
        <bdi translate="no">{shortened(name)}</bdi>
      </th>
      <td className="mapping__samples" translate="no">
        {[...new Set(column.samples)]
          .filter((sample) => sample.trim() !== '')
          .slice(0, 3)
          .map((sample) => (
            <span key={sample}>
              <bdi>{shortened(sample)}</bdi>
            </span>
          ))}
      </td>
      <td>
        <Select<MappedField | ''>
          label={words.fieldOf(name)}
          value={field ?? ''}
          options={[
            { value: '', text: words.nothing },
            ...mappedFields.map((each) => ({ value: each, text: words.codes.field[each] })),
          ]}
          onChange={(wanted) => onField(wanted === '' ? null : wanted)}
        />
      </td>
      <td className="mapping__why">
        {column.reason && (
          <>
            <span>{words.codes.guess[column.reason]}</span>
            {isGuess && <small>{words.sure(percent)}</small>}
          </>
        )}
      </td>
    </tr>
  )
}
