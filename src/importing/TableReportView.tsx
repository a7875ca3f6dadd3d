import { useStore } from 'zustand'
import { useImportingTexts } from '../i18n/useImportingTexts.ts'
import { dayOrders, type TableChoices, type TableReport } from '../query/importReport.ts'
import { httpUrl } from '../incidents/sourceUrl.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Space } from '../ui/Space.tsx'
import { ColumnMapping } from './ColumnMapping.tsx'
import { FlagList } from './FlagList.tsx'
import type { ImportSession } from './importSession.ts'
import { useOpenFiles } from './ownFiles.ts'
import { RejectionList } from './RejectionList.tsx'
import { TableOptions } from './TableOptions.tsx'

/** What was found in one table, and how it is read. */
export function TableReportView({ table, session }: { table: TableReport; session: ImportSession }) {
  const words = useImportingTexts()
  const all = useStore(session.store, ({ wanted }) => wanted)
  const choices: TableChoices = Object.hasOwn(all, table.key) ? (all[table.key] ?? {}) : {}
  const report = useStore(session.store, (state) => state.report)
  const open = useOpenFiles()
  const choose = (change: TableChoices) => session.change(table.key, { ...choices, ...change })
  return (
    <div className="table-report">
      <TableHead table={table} />
      {table.notIncidents && !table.skipped && (
        <Notice
          kind="warn"
          title={words.codes.notIncidents[table.notIncidents]}
          actions={<Button onClick={() => choose({ profile: 'mapping' })}>{words.readAnyway}</Button>}
        />
      )}
      {table.questions.includes('day-order') && (
        <Notice
          kind="warn"
          title={words.orderTitle}
          actions={dayOrders.map((order) => (
            <Button key={order} onClick={() => choose({ dayOrder: order })}>
              {words.order[order]}
            </Button>
          ))}
        >
          {words.orderText}
        </Notice>
      )}
      <RejectionList table={table} session={session} />
      <FlagList table={table} choices={choices} isShown={open?.report === report} onChoose={choose} />
      <details
        className="table-report__part"
        open={table.profile === 'mapping' || table.notIncidents !== null}
      >
        <summary>{words.mapping}</summary>
        <ColumnMapping table={table} chosen={choices.fields} onChoose={choose} />
      </details>
      <details className="table-report__part">
        <summary>{words.options}</summary>
        <TableOptions table={table} choices={choices} onChoose={choose} />
      </details>
    </div>
  )
}

/** What the table was recognized as and why, how many incidents it gives, and the terms of its publisher. */
function TableHead({ table }: { table: TableReport }) {
  const words = useImportingTexts()
  const { profile, profileName, recognizedBy, counts, terms } = table
  const address = terms && httpUrl(terms.url)
  return (
    <div className="table-report__head">
      {table.table && (
        <h4>
          <bdi translate="no">{table.table}</bdi>
        </h4>
      )}
      {table.skipped ? (
        <p>{words.skipped}</p>
      ) : (
        <>
          {profile !== null && (
            <p>
              <strong>{profile === 'mapping' ? words.byColumns : words.recognized(profileName)}</strong>
              <Space />
              {recognizedBy.length > 0 && (
                <span className="table-report__by">{words.recognizedBy(recognizedBy.join(', '))}</span>
              )}
            </p>
          )}
          <p className="table-report__count">{words.incidentsOf(table.incidents, counts.records)}</p>
          <Share accepted={counts.accepted} rejected={counts.rejected} />
        </>
      )}
      {terms && address && (
        <p>
          <span>{words.terms}</span>
          <Space />
          <a href={address.href} target="_blank" rel="noopener noreferrer">
            <bdi>{terms.name}</bdi>
          </a>
        </p>
      )}
    </div>
  )
}

/** The accepted and rejected records as a bar; the numbers beside it say the same. */
function Share({ accepted, rejected }: { accepted: number; rejected: number }) {
  const total = accepted + rejected
  if (total === 0) return null
  return (
    <svg className="table-report__share" aria-hidden="true" viewBox="0 0 100 1" preserveAspectRatio="none">
      <rect className="table-report__accepted" width={(100 * accepted) / total} height="1" />
      <rect
        className="table-report__rejected"
        x={(100 * accepted) / total}
        width={(100 * rejected) / total}
        height="1"
      />
    </svg>
  )
}
