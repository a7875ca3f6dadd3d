import { useState } from 'react'
import { useLanguage } from '../i18n/I18nProvider.tsx'
import { formatNumber } from '../i18n/plural.ts'
import { useImportingTexts } from '../i18n/useImportingTexts.ts'
import type { Rejection, TableReport } from '../query/importReport.ts'
import { saveFile } from '../ui/saveFile.ts'
import { Button } from '../ui/Button.tsx'
import { keyed } from './keyed.ts'
import type { ImportSession } from './importSession.ts'

/** Why records of a table were rejected, with examples, and the rows to save and mend; nothing where none were. */
export function RejectionList({ table, session }: { table: TableReport; session: ImportSession }) {
  const words = useImportingTexts()
  const language = useLanguage()
  const [failed, setFailed] = useState(false)
  if (table.rejections.length === 0) return null
  const save = async () => {
    try {
      const rows = await session.present()?.rejectedRows(table.key, words.codes.rejection)
      if (rows) saveFile(rows, rejectedName(table))
      setFailed(rows === undefined)
    } catch {
      setFailed(true)
    }
  }
  return (
    <section className="table-report__part rejections">
      <h4>{words.rejectedTitle(table.counts.rejected)}</h4>
      <ul>
        {table.rejections.map(({ code, count, examples }) => (
          <li key={code}>
            <details>
              <summary>
                <span className="rejections__count">{formatNumber(language, count)}</span>
                <span>{words.codes.rejection[code]}</span>
              </summary>
              <Examples of={examples} />
            </details>
          </li>
        ))}
      </ul>
      <p>{words.rejectedHint}</p>
      <Button onClick={() => void save()}>{words.saveRejected}</Button>
      {failed && <p role="alert">{words.failedTitle}</p>}
    </section>
  )
}

/** Name of the file of rejected rows, after that of their file. */
function rejectedName({ file, table }: TableReport): string {
  const base = [
    file
      .split('/')
      .at(-1)
      ?.replace(/\.[^.]*$/, ''),
    table,
  ]
    .filter(Boolean)
    .join('-')
  return `${base}-rejected.csv`
}

function Examples({ of }: { of: readonly Rejection[] }) {
  const words = useImportingTexts()
  const language = useLanguage()
  return (
    <table className="rejections__examples">
      <caption>{words.examples}</caption>
      <thead>
        <tr>
          <th scope="col">{words.line}</th>
          <th scope="col">{words.column}</th>
          <th scope="col">{words.value}</th>
        </tr>
      </thead>
      <tbody>
        {keyed(of, ({ line, file }) => `${file ?? ''} ${line}`).map(
          ([key, { line, lastLine, column, value, file }]) => (
            <tr key={key}>
              <td>
                {file !== undefined && (
                  <>
                    <bdi translate="no">{file}</bdi>{' '}
                  </>
                )}
                {line === lastLine
                  ? formatNumber(language, line)
                  : `${formatNumber(language, line)}–${formatNumber(language, lastLine)}`}
              </td>
              <td>{column === '' ? words.noColumn : <bdi translate="no">{column}</bdi>}</td>
              <td>
                {value === '' ? <em>{words.emptyValue}</em> : <bdi translate="no">{shortened(value)}</bdi>}
              </td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  )
}

/** Longest value that is shown, in UTF-16 code units: a cell may hold a megabyte. */
const LONGEST = 120

/** The beginning of a long text of a cell. */
export function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
