import { useState } from 'react'
import { useDescription } from '../answers/useResult.ts'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { usePickText } from '../i18n/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Coverage } from './Coverage.tsx'
import { readFlag, writeFlag } from './localFlag.ts'
import { Name } from '../ui/Name.tsx'
import './Welcome.css'

const SEEN = 'incident-atlas:welcome-seen'

/** A first visit's one look: what this is, how much of it, who made it, under which licence. */
export function Welcome({ onAbout }: { onAbout: () => void }) {
  const { app } = useMessages()
  const { about } = useDescription()
  const pick = usePickText()
  const [isSeen, setSeen] = useState(() => readFlag(SEEN))
  if (isSeen) return null
  const title = pick(about.title)
  const text = pick(about.description)
  const leave = () => {
    writeFlag(SEEN)
    setSeen(true)
  }
  return (
    <section className="welcome" aria-label={app.welcome}>
      {title && (
        <h2 className="welcome__title" lang={title.language} dir={title.direction}>
          {title.text}
        </h2>
      )}
      {text && (
        <p lang={text.language} dir={text.direction}>
          {text.text}
        </p>
      )}
      <Coverage />
      <p className="welcome__maker">
        <Name of={about.publisher} />
        <span> · </span>
        <Name of={about.licence.name} />
      </p>
      <div className="welcome__actions">
        <Button kind="primary" onClick={leave}>
          {app.explore}
        </Button>
        <Button
          onClick={() => {
            leave()
            onAbout()
          }}
        >
          {app.about}
        </Button>
      </div>
    </section>
  )
}
