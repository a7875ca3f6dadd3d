import { useEffect, useMemo, useState } from 'react'
import { formatDay, type DayForm } from '../i18n/formatDay.ts'
import { useLanguage } from '../i18n/I18nProvider.tsx'
import { parseDay, type CalendarUnit } from '../incidents/day.ts'
import { useTextScale } from '../ui/useTextScale.ts'

/** How a label is written, by the unit that it begins. */
export const formOf: Readonly<Record<CalendarUnit, DayForm>> = {
  day: 'dayShort',
  week: 'dayShort',
  month: 'monthShort',
  quarter: 'monthShort',
  year: 'year',
}

/** Space around a label, and the width of a letter where nothing can be measured, in CSS pixels. */
const SPACE = 12
const LETTER = 6

/** A day with two digits in each month, to find the widest label. */
const samples = Array.from({ length: 12 }, (_, month) => `2025-${String(month + 1).padStart(2, '0')}-28`)

/** Measures how much room the widest label of a unit needs, in CSS pixels, in the font of the axis. */
export function useLabelRoom(axis: HTMLElement | null): (unit: CalendarUnit) => number {
  const language = useLanguage()
  const scale = useTextScale()
  const hasFonts = useFontsLoaded(language)
  return useMemo(() => {
    const measure = measureIn(axis, scale, hasFonts)
    const widest = (unit: CalendarUnit) =>
      Math.max(...samples.map((text) => measure(formatDay(language, parseDay(text) ?? 0, formOf[unit]))))
    const rooms: Readonly<Record<CalendarUnit, number>> = {
      day: widest('day') + SPACE,
      week: widest('week') + SPACE,
      month: widest('month') + SPACE,
      quarter: widest('quarter') + SPACE,
      year: widest('year') + SPACE,
    }
    return (unit) => rooms[unit]
  }, [axis, language, scale, hasFonts])
}

/**
 * Measures a text in CSS pixels.
 * @param scale size of text relative to the usual one
 * @param hasFonts until the fonts have loaded, widths are estimated
 */
function measureIn(axis: HTMLElement | null, scale: number, hasFonts: boolean): (text: string) => number {
  const context = axis && hasFonts ? document.createElement('canvas').getContext('2d') : null
  if (!context || !axis) return (text) => text.length * LETTER * scale
  const { fontWeight, fontSize, fontFamily } = getComputedStyle(axis)
  context.font = `${fontWeight} ${fontSize} ${fontFamily}`
  return (text) => context.measureText(text).width
}

/** Whether the fonts of the page have loaded, including those that the language needs. */
function useFontsLoaded(language: string): boolean {
  const [loaded, setLoaded] = useState('')
  useEffect(() => {
    let current = true
    const fonts: FontFaceSet | undefined = document.fonts
    void fonts?.ready.then(() => current && setLoaded(language))
    return () => {
      current = false
    }
  }, [language])
  return loaded === language
}
