import { useMessages } from '../i18n/I18nProvider.tsx'
import type { DaySpan } from '../incidents/day.ts'
import { Button } from '../ui/Button.tsx'
import { setDays } from '../view/acts.ts'
import { useAct, useView } from '../view/useView.ts'
import { presetRange, presets } from './presetRange.ts'

/** Buttons that choose the last days of the data. @param data the days of the data */
export function Presets({ data }: { data: DaySpan }) {
  const { timeline: words } = useMessages()
  const act = useAct()
  const days = useView((view) => view.filters.days)
  return (
    <div className="timeline__presets" role="group" aria-label={words.presets} title={words.presets}>
      {presets.map((preset) => {
        const range = presetRange(preset, data)
        const isChosen = days.from === range.from && days.to === range.to
        return (
          <Button
            key={preset}
            aria-pressed={isChosen}
            onClick={() => {
              if (!isChosen) act(setDays(range, 'push'))
            }}
          >
            {words.preset[preset]}
          </Button>
        )
      })}
    </div>
  )
}
