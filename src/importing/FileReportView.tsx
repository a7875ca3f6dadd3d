import { useLanguage } from '../i18n/I18nProvider.tsx'
import { formatNumber, localeOf } from '../i18n/plural.ts'
import { useImportingTexts } from '../i18n/useImportingTexts.ts'
import type { FileReport, FileWarning } from '../query/importReport.ts'
import { Notice } from '../ui/Notice.tsx'
import { Space } from '../ui/Space.tsx'
import type { ImportSession } from './importSession.ts'
import { TableReportView } from './TableReportView.tsx'
import { useSize } from './useSize.ts'

/** What was found in one file: what became of each of its rows, and its tables; or why it could not be read. */
export function FileReportView({ file, session }: { file: FileReport; session: ImportSession }) {
  const words = useImportingTexts()
  const size = useSize()
  const account = useAccount(file)
  const [format] = file.tables.map((table) => words.codes.format[table.format])
  const facts = [size(file.bytes), format, file.encoding]
  return (
    <section className="file-report">
      <h3 className="file-report__name">
        <bdi translate="no">{file.name}</bdi>
        <Space />
        <small>{facts.filter(Boolean).join(' · ')}</small>
      </h3>
      {file.fault ? (
        <Notice kind="bad" title={words.codes.fault[file.fault]} />
      ) : (
        <p className="file-report__account">{account}</p>
      )}
      <Warnings of={file.warnings} />
      {file.tables.map((table) => (
        <TableReportView key={table.key} table={table} session={session} />
      ))}
    </section>
  )
}

/** What is doubtful in the syntax of the file, with the first lines that it is about. */
function Warnings({ of }: { of: readonly FileWarning[] }) {
  const words = useImportingTexts()
  const language = useLanguage()
  if (of.length === 0) return null
  return (
    <ul className="file-report__account">
      {of.map(({ code, count, lines }) => {
        const known = isKeyOf(code, words.codes.warning) ? words.codes.warning[code] : words.irregularity
        const numbers = lines.map((line) => formatNumber(language, line))
        const more = count > lines.length ? ', …' : ''
        return (
          <li key={code}>
            <span>{words.warning(count, known)}</span>
            {lines.length > 0 && (
              <span>{` (${words.inLines(numbers.join(', '), Math.max(count, lines.length))}${more})`}</span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** All rows of a file, by what became of them: the parts add up. */
function useAccount({ rows, others, tables }: FileReport): string {
  const words = useImportingTexts()
  const language = useLanguage()
  const sum = (of: 'accepted' | 'rejected' | 'leftOut') =>
    tables.reduce((total, { counts }) => total + counts[of], 0)
  const parts = [
    words.accepted(sum('accepted')),
    words.rejected(sum('rejected')),
    ...(sum('leftOut') > 0 ? [words.leftOut(sum('leftOut'))] : []),
    ...Object.entries(others).flatMap(([kind, count]) =>
      count > 0
        ? [isKeyOf(kind, words.otherRows) ? words.otherRows[kind](count) : words.otherKind(count)]
        : [],
    ),
  ]
  return words.account(rows, new Intl.ListFormat(localeOf[language], { type: 'unit' }).format(parts))
}

function isKeyOf<Kinds extends object>(kind: string, kinds: Kinds): kind is Extract<keyof Kinds, string> {
  return Object.hasOwn(kinds, kind)
}
