import { useEffect, useRef, type RefObject } from 'react'
import { useDescription } from '../answers/useResult.ts'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { usePickText } from '../i18n/useText.ts'
import { Button } from '../ui/Button.tsx'
import { useLatest } from '../ui/useLatest.ts'
import { Name } from '../ui/Name.tsx'
import { openIncident } from '../view/acts.ts'
import { useAct } from '../view/useView.ts'
import { Coverage } from './Coverage.tsx'
import './WelcomeCard.css'

/**
 * Title, description, coverage, publisher and licence of the data set, and where to begin. It takes the focus.
 * Escape and a click outside close it; that click also does what it was for.
 */
export function WelcomeCard({ onLeave, onAbout }: { onLeave: () => void; onAbout: () => void }) {
  const { app } = useMessages()
  const { about } = useDescription()
  const act = useAct()
  const pick = usePickText()
  const card = useRef<HTMLElement>(null)
  useLeaving(card, onLeave)
  const title = pick(about.title)
  const text = pick(about.description)
  const start = about.start && { incident: about.start.incident, label: pick(about.start.label) }
  return (
    <section ref={card} className="welcome" role="dialog" aria-label={app.welcome} tabIndex={-1}>
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
        {about.licence && (
          <>
            <span> · </span>
            <Name of={about.licence.name} />
          </>
        )}
      </p>
      <div className="welcome__actions">
        {start?.label && (
          <Button
            kind="primary"
            lang={start.label.language}
            dir={start.label.direction}
            onClick={() => {
              onLeave()
              act(openIncident(start.incident))
            }}
          >
            {start.label.text}
          </Button>
        )}
        <Button kind={start?.label ? 'plain' : 'primary'} onClick={onLeave}>
          {app.explore}
        </Button>
        <Button
          onClick={() => {
            onLeave()
            onAbout()
          }}
        >
          {app.about}
        </Button>
      </div>
    </section>
  )
}

/**
 * Closes the card by Escape and by a press outside. Focuses the card, and on closing the element that had the
 * focus before.
 */
function useLeaving(card: RefObject<HTMLElement | null>, onLeave: () => void): void {
  const leave = useLatest(onLeave)
  useEffect(() => {
    const before = document.activeElement
    card.current?.focus({ preventScroll: true })
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      event.preventDefault()
      leave.current()
    }
    const onPress = ({ target }: PointerEvent) => {
      if (target instanceof Node && !card.current?.contains(target)) leave.current()
    }
    document.addEventListener('keydown', onKey)
    document.addEventListener('pointerdown', onPress, true)
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('pointerdown', onPress, true)
      if (before instanceof HTMLElement && before !== document.body) before.focus({ preventScroll: true })
    }
  }, [card, leave])
}
