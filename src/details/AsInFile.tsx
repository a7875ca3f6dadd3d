import { useDetailTexts } from '../i18n/useDetailTexts.ts'
import type { Incident } from '../incidents/incident.ts'
import { httpUrl } from '../incidents/sourceUrl.ts'
import { Space } from '../ui/Space.tsx'
import { OutboundAnchor } from './OutboundAnchor.tsx'
import './AsInFile.css'

/** The record as the file has it, folded up; nothing for a record that was not read from a file of another form. */
export function AsInFile({ incident: { original } }: { incident: Incident }) {
  const words = useDetailTexts()
  if (!original) return null
  // Two columns may have the same name.
  const rows = original.cells.map(([column, value], at) => ({ at, column, value }))
  return (
    <details className="as-in-file">
      <summary>{words.asInFile}</summary>
      <p className="as-in-file__where">
        <bdi translate="no">{original.file}</bdi>
        <Space />
        <span>{`· ${words.line(original.line)}`}</span>
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.column}</th>
            <th scope="col">{words.value}</th>
          </tr>
        </thead>
        <tbody translate="no">
          {rows.map(({ at, column, value }) => (
            <tr key={at}>
              <th scope="row" dir="auto">
                {column}
              </th>
              <td dir="auto">
                <AsWritten value={value} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

/** The text of a cell unchanged; a web address leads there. */
function AsWritten({ value }: { value: string }) {
  const address = httpUrl(value)
  if (!address) return <span>{value}</span>
  return <OutboundAnchor to={address}>{value}</OutboundAnchor>
}
