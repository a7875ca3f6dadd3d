import { useState } from 'react'
import { useDescription } from '../answers/useResult.ts'
import { Text } from '../details/Text.tsx'
import { formatDay } from '../i18n/formatDay.ts'
import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import { usePrintTexts } from '../i18n/usePrintTexts.ts'
import { useAboutTexts } from '../i18n/useAboutTexts.ts'
import { parseDay } from '../incidents/day.ts'
import { localDay } from '../incidents/localDay.ts'

/** Title of the data set, when it was last updated, and when it was printed. */
export function PrintedHead() {
  const { common } = useMessages()
  const labels = useAboutTexts()
  const words = usePrintTexts()
  const { about } = useDescription()
  const language = useLanguage()
  const updated = parseDay(about.updated)
  const [today] = useState(() => localDay(new Date()))
  return (
    <header className="printed__head">
      <p>{common.appName}</p>
      <h1>
        <Text of={about.title} as="span" />
      </h1>
      <p>
        <span>{`${labels.updated} ${updated === undefined ? about.updated : formatDay(language, updated)}`}</span>
        <span>{`${words.printed} ${formatDay(language, today)}`}</span>
      </p>
    </header>
  )
}
