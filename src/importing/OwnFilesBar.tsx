import { useState } from 'react'
import { useLanguage } from '../i18n/I18nProvider.tsx'
import { formatNumber } from '../i18n/plural.ts'
import { useImportingTexts } from '../i18n/useImportingTexts.ts'
import { formatIsoDay } from '../incidents/day.ts'
import type { FlagCode } from '../query/importReport.ts'
import { Button } from '../ui/Button.tsx'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { chooseOnly, openDataset, returnTo } from '../view/acts.ts'
import { useAct } from '../view/useView.ts'
import { checkTag } from './checkTag.ts'
import { keepFiles } from './keptFiles.ts'
import { useAsk, useOpenFiles, type OpenFiles } from './ownFiles.ts'
import './OwnFilesBar.css'

/** Says that the user's own files are shown, and leads to their report, to what is doubtful, and back. */
export function OwnFilesBar() {
  const words = useImportingTexts()
  const open = useOpenFiles()
  const act = useAct()
  const ask = useAsk()
  if (!open) return null
  const names = open.given.map(({ name }) => name).join(', ')
  const rejected = sumOf(open, ({ counts }) => counts.rejected)
  return (
    <section className="own-bar" aria-label={words.barLabel}>
      <p className="own-bar__name" title={names}>
        <bdi>{words.yourFile(names)}</bdi>
        {open.ref.besideManifest !== null && <span>{` · ${words.besides}`}</span>}
      </p>
      <div className="own-bar__acts">
        <Flags open={open} />
        <Keep open={open} />
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
                act(chooseOnly('tag', checkTag(code)))
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

/** Keeps the files in this browser when asked. */
function Keep({ open: { given, choices } }: { open: OpenFiles }) {
  const words = useImportingTexts()
  const [state, setState] = useState<'not asked' | 'kept' | 'failed'>('not asked')
  const keep = () => {
    const day = formatIsoDay(Math.floor(Date.now() / 86_400_000))
    keepFiles({ files: given, choices, day }).then(
      () => setState('kept'),
      () => setState('failed'),
    )
  }
  return (
    <>
      <Button className="own-bar__keep" disabled={state === 'kept'} onClick={keep}>
        {state === 'kept' ? words.kept : words.keep}
      </Button>
      <VisuallyHidden>
        <span role="status">{state === 'kept' && words.kept}</span>
      </VisuallyHidden>
      {state === 'failed' && <span role="alert">{words.keepFailed}</span>}
    </>
  )
}
