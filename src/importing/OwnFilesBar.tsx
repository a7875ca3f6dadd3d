import { useEffect, useRef } from 'react'
import { useLanguage } from '../i18n/I18nProvider.tsx'
import { formatNumber } from '../i18n/plural.ts'
import { useImportingTexts } from '../i18n/useImportingTexts.ts'
import type { FlagCode } from '../query/importReport.ts'
import { Button } from '../ui/Button.tsx'
import { openDataset, returnTo, showOnly } from '../view/acts.ts'
import { useAct } from '../view/useView.ts'
import { checkTag } from './checkTag.ts'
import { KeepFiles } from './KeepFiles.tsx'
import { useAsk, useOpenFiles, type OpenFiles } from './ownFiles.ts'
import { shortName } from './shortName.ts'
import './OwnFilesBar.css'

/** Says that the user's own files are shown, and leads to their report, to what is doubtful, and back. */
export function OwnFilesBar() {
  const words = useImportingTexts()
  const open = useOpenFiles()
  const act = useAct()
  const ask = useAsk()
  const ref = useFocusLost(open?.ref.id)
  if (!open) return null
  const names = open.given.map(({ name }) => name)
  const [first = ''] = names
  const named = shortName(first)
  const rejected = sumOf(open, ({ counts }) => counts.rejected)
  return (
    <section ref={ref} tabIndex={-1} className="own-bar" aria-label={words.barLabel}>
      <p className="own-bar__name" title={names.join(', ')}>
        <bdi>{words.yourFile(names.length > 1 ? words.andMoreFiles(named, names.length - 1) : named)}</bdi>
        {open.ref.besideManifest !== null && <span>{` · ${words.besides}`}</span>}
      </p>
      <div className="own-bar__acts">
        <Flags open={open} />
        <KeepFiles open={open} className="own-bar__keep" />
        <Button aria-haspopup="dialog" onClick={() => ask({ kind: 'begin' })}>
          <span>{words.reportAgain}</span>
          {rejected > 0 && <span className="own-bar__rejected">{words.rejectedCount(rejected)}</span>}
        </Button>
        <Button
          kind="primary"
          aria-label={words.backToPublishedLong}
          onClick={() => act(open.before ? returnTo(open.before) : openDataset(null))}
        >
          {words.backToPublished}
        </Button>
      </div>
    </section>
  )
}

/**
 * Of the element that takes the focus where the dialog that had it is gone.
 * @param id of the files that are open
 */
function useFocusLost(id: number | undefined) {
  const ref = useRef<HTMLElement>(null)
  useEffect(() => {
    if (document.activeElement === document.body) ref.current?.focus({ preventScroll: true })
  }, [id])
  return ref
}

function sumOf(
  { report }: OpenFiles,
  of: (table: OpenFiles['report']['files'][0]['tables'][0]) => number,
): number {
  return report.files.flatMap(({ tables }) => tables).reduce((sum, table) => sum + of(table), 0)
}

/** A menu of what is doubtful: each entry shows just its incidents. */
function Flags({ open }: { open: OpenFiles }) {
  const words = useImportingTexts()
  const language = useLanguage()
  const act = useAct()
  const counts = new Map<FlagCode, number>()
  for (const { flags } of open.report.files.flatMap(({ tables }) => tables))
    for (const { code, count } of flags) counts.set(code, (counts.get(code) ?? 0) + count)
  if (counts.size === 0) return null
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return (
    <details className="own-bar__flags" name="own-bar">
      <summary className="button button--plain">{words.doubtful(total)}</summary>
      <ul>
        {[...counts].map(([code, count]) => (
          <li key={code}>
            <Button
              kind="quiet"
              onClick={({ currentTarget }) => {
                currentTarget.closest('details')?.removeAttribute('open')
                act(showOnly('tag', checkTag(code)))
              }}
            >
              <span className="rejections__count">{formatNumber(language, count)}</span>
              <span>{words.codes.flag[code]}</span>
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
