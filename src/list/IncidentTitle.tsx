import { Fragment } from 'react'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { useLanguageName, usePickText } from '../i18n/useText.ts'
import { findMatches } from '../incidents/foldText.ts'
import type { Translated } from '../incidents/incident.ts'
import { searchWords } from '../query/searchText.ts'
import { Space } from '../ui/Space.tsx'
import { useView } from '../view/useView.ts'

/**
 * The title in the reader's language, or in another one, which is then named; or that there is none, or none yet. What the search found in it is
 * marked.
 */
export function IncidentTitle({ title }: { title: Translated | null }) {
  const { list: words, common } = useMessages()
  const languageName = useLanguageName()
  const picked = usePickText()(title ?? {})
  const search = useView((view) => view.filters.text)
  if (!picked)
    return (
      <span className="incident-title incident-title--pending">
        {title ? common.noTitle : words.titlePending}
      </span>
    )
  return (
    <span className="incident-title">
      {picked.fallback && (
        <>
          <span className="incident-title__language">{common.inLanguage(languageName(picked.language))}</span>
          <Space />
        </>
      )}
      <bdi lang={picked.language} dir={picked.direction}>
        <Marked text={picked.text} words={searchWords(search)} />
      </bdi>
      <Space />
    </span>
  )
}

/** A text in which the searched words are marked. */
function Marked({ text, words }: { text: string; words: readonly string[] }) {
  const ranges = findMatches(text, words)
  return (
    <>
      {ranges.map(({ start, end }, index) => (
        <Fragment key={start}>
          <span>{text.slice(ranges[index - 1]?.end ?? 0, start)}</span>
          <mark>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      <span>{text.slice(ranges.at(-1)?.end ?? 0)}</span>
    </>
  )
}
