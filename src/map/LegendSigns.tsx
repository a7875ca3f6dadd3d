import { useMapTexts } from '../i18n/useMapTexts.ts'
import { useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import type { MapMode } from '../query/incidentQuery.ts'
import { useView } from '../view/useView.ts'
import { drawSign, SIGN_HEIGHT, SIGN_WIDTH, signs, type Sign } from './drawSign.ts'
import { followPageTheme, pageTheme } from './pageTheme.ts'

/** Signs that only some ways of drawing have. */
const onlyIn: Readonly<Partial<Record<Sign, readonly MapMode[]>>> = {
  cell: ['cells'],
  dashedCell: ['cells'],
  several: ['points'],
  crowd: ['points'],
  heat: ['heat'],
  hollow: ['cells', 'points'],
  disputed: ['cells', 'points'],
}

/** Every sign beside the event types, drawn as the map and the timeline draw it, with what it says. */
export function LegendSigns() {
  const words = useMapTexts()
  const mode = useView(({ show }) => show)
  return (
    <ul className="legend__signs">
      {signs
        .filter((sign) => onlyIn[sign]?.includes(mode) ?? true)
        .map((sign) => (
          <li key={sign} className="legend__sign">
            <SignPicture sign={sign} />
            <span>{words.signs[sign]}</span>
          </li>
        ))}
    </ul>
  )
}

function SignPicture({ sign }: { sign: Sign }) {
  const theme = useSyncExternalStore(followPageTheme, pageTheme)
  const ref = useRef<HTMLCanvasElement>(null)
  useLayoutEffect(() => {
    const context = ref.current?.getContext('2d')
    if (!ref.current || !context) return
    const density = Math.max(2, devicePixelRatio)
    // Setting it clears the canvas.
    ref.current.width = SIGN_WIDTH * density
    ref.current.height = SIGN_HEIGHT * density
    context.scale(density, density)
    context.translate(SIGN_WIDTH / 2, SIGN_HEIGHT / 2)
    context.beginPath()
    drawSign(context, sign, theme, density)
  }, [sign, theme])
  return <canvas ref={ref} className="legend__picture" data-sign={sign} aria-hidden="true" />
}
