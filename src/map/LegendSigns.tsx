import { useDescription } from '../answers/useResult.ts'
import { useMapTexts } from '../i18n/useMapTexts.ts'
import { useLayoutEffect, useRef } from 'react'
import { layerTags } from '../incidents/layerTags.ts'
import type { MapMode } from '../query/incidentQuery.ts'
import { usePageTheme } from '../ui/usePageTheme.ts'
import { useView } from '../view/useView.ts'
import { drawSign, SIGN_HEIGHT, SIGN_WIDTH, signs, type Sign } from './drawSign.ts'

/** Drawing modes in which a symbol occurs; a symbol that is not listed occurs in all. */
const onlyIn: Readonly<Partial<Record<Sign, readonly MapMode[]>>> = {
  cell: ['cells'],
  dashedCell: ['cells'],
  several: ['points'],
  crowd: ['points'],
  heat: ['heat'],
  hollow: ['cells', 'points'],
  disputed: ['cells', 'points'],
  own: ['cells', 'points'],
}

/** The symbols of the present drawing mode, drawn as the map and the timeline draw them, with their meaning. */
export function LegendSigns() {
  const words = useMapTexts()
  const mode = useView(({ show }) => show)
  const { dictionaries } = useDescription()
  const hasLayers = dictionaries.tags.includes(layerTags.yours)
  return (
    <ul className="legend__signs">
      {signs
        .filter((sign) => (onlyIn[sign]?.includes(mode) ?? true) && (hasLayers || sign !== 'own'))
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
  const theme = usePageTheme(useView((view) => view.theme))
  const ref = useRef<HTMLCanvasElement>(null)
  useLayoutEffect(() => {
    const context = ref.current?.getContext('2d')
    if (!ref.current || !context) return
    const density = Math.max(2, devicePixelRatio)
    // Assigning a size clears the canvas.
    ref.current.width = SIGN_WIDTH * density
    ref.current.height = SIGN_HEIGHT * density
    context.scale(density, density)
    context.translate(SIGN_WIDTH / 2, SIGN_HEIGHT / 2)
    context.beginPath()
    drawSign(context, sign, theme, density)
  }, [sign, theme])
  return (
    <canvas
      ref={ref}
      className="legend__picture"
      style={{ inlineSize: SIGN_WIDTH, blockSize: SIGN_HEIGHT }}
      data-sign={sign}
      aria-hidden="true"
    />
  )
}
