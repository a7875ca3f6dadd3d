import { useEffect, useState } from 'react'
import { formatDay } from '../i18n/formatDay.ts'
import { useLanguage } from '../i18n/I18nProvider.tsx'
import { useImportingTexts } from '../i18n/useImportingTexts.ts'
import { parseDay } from '../incidents/day.ts'
import { Button } from '../ui/Button.tsx'
import { Space } from '../ui/Space.tsx'
import { keptFiles, removeKept, type KeptEntry } from './keptFiles.ts'

/** The files that are kept in this browser, to be opened again or removed; nothing where there are none. */
export function KeptList({ onOpen }: { onOpen: (kept: KeptEntry) => void }) {
  const words = useImportingTexts()
  const language = useLanguage()
  const { kept, remove, hasRemoved } = useKept()
  if (kept.length === 0) return <p role="status">{hasRemoved && words.removed}</p>
  return (
    <section className="kept" aria-label={words.keptTitle}>
      <h3>{words.keptTitle}</h3>
      <ul>
        {kept.map((each) => {
          const day = parseDay(each.day)
          return (
            <li key={each.key} className="kept__entry">
              <span className="kept__name">
                <bdi translate="no">{each.files.map(({ name }) => name).join(', ')}</bdi>
                <Space />
                <small>{words.keptOn(day === undefined ? each.day : formatDay(language, day))}</small>
              </span>
              <Button onClick={() => onOpen(each)}>{words.openKept}</Button>
              <Button onClick={() => remove(each.key)}>{words.removeKept}</Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** What is kept, and how to remove it. Where the browser does not allow its database, nothing is. */
export function useKept(): { kept: KeptEntry[]; remove: (key: string) => void; hasRemoved: boolean } {
  const [kept, setKept] = useState<KeptEntry[]>([])
  const [removed, setRemoved] = useState(0)
  useEffect(() => {
    let isCurrent = true
    keptFiles().then(
      (found) => isCurrent && setKept(found),
      () => {},
    )
    return () => {
      isCurrent = false
    }
  }, [removed])
  const remove = (key: string) => {
    removeKept(key).then(
      () => setRemoved((times) => times + 1),
      () => {},
    )
  }
  return { kept, remove, hasRemoved: removed > 0 }
}
