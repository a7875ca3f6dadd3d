import { useLanguage } from '../i18n/I18nProvider.tsx'
import { formatNumber, localeOf } from '../i18n/plural.ts'
import { useImportingTexts } from '../i18n/useImportingTexts.ts'
import type { FileReport } from '../query/importReport.ts'
import { Notice } from '../ui/Notice.tsx'
import { Space } from '../ui/Space.tsx'
import type { ImportSession } from './importSession.ts'
import { TableReportView } from './TableReportView.tsx'
import { useSize } from './useSize.ts'

/** What was found in one file: what became of each of its rows, and its tables; or why it could not be read. */
export function FileReportView({ file, session }: { file: FileReport; session: ImportSession }) {
  const words = useImportingTexts()
  const language = useLanguage()
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
      {file.warnings.map(({ code, count, lines }) => (
        <p key={code} className="file-report__account">
          {words.warnings(count, lines.map((line) => formatNumber(language, line)).join(', '))}
        </p>
      ))}
      {file.tables.map((table) => (
        <TableReportView key={table.key} table={table} session={session} />
      ))}
    </section>
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
        ? [isOtherKind(kind, words.otherRows) ? words.otherRows[kind](count) : words.otherKind(count)]
        : [],
    ),
  ]
  return words.account(rows, new Intl.ListFormat(localeOf[language], { type: 'unit' }).format(parts))
}

function isOtherKind<Kinds extends object>(kind: string, kinds: Kinds): kind is Extract<keyof Kinds, string> {
  return Object.hasOwn(kinds, kind)
}
