import { useEffect, useState } from 'react'
import type { Bounds } from '../incidents/place.ts'
import { wrapLng } from '../incidents/place.ts'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { Button } from '../ui/Button.tsx'
import { setArea } from '../view/acts.ts'
import { useAct, useScreen, useSetScreen, useView } from '../view/useView.ts'
import { readDegrees } from './readNumber.ts'

/** Filters by an area: the visible part of the map, a rectangle drawn on it, or four coordinates. */
export function AreaFilter() {
  const { filters: words } = useMessages()
  const act = useAct()
  const setScreen = useSetScreen()
  const seen = useScreen((screen) => screen.map?.bounds)
  const isDrawing = useScreen((screen) => screen.drawing)
  return (
    <>
      <div className="area-filter__ways">
        <Button disabled={!seen} onClick={() => seen && act(setArea(withinWorld(seen)))}>
          {words.areaOfView}
        </Button>
        <Button disabled={!seen} aria-pressed={isDrawing} onClick={() => setScreen({ drawing: !isDrawing })}>
          {words.drawArea}
        </Button>
      </div>
      <p className="filter-note" role="status">
        {isDrawing && words.drawing}
      </p>
      <details>
        <summary>{words.byCoordinates}</summary>
        <AreaForm />
      </details>
    </>
  )
}

const edges = ['west', 'south', 'east', 'north'] as const

function AreaForm() {
  const { filters: words } = useMessages()
  const act = useAct()
  const area = useView((view) => view.filters.area)
  const [typed, setTyped] = useState(textsOf(area))
  useEffect(() => setTyped(textsOf(area)), [area])
  const [isBad, setBad] = useState(false)
  const apply = () => {
    const read = readArea(typed)
    setBad(!read)
    if (read) act(setArea(read))
  }
  return (
    <form
      className="area-filter__form"
      onSubmit={(event) => {
        event.preventDefault()
        apply()
      }}
    >
      <div className="number-fields">
        {edges.map((edge) => (
          <label key={edge}>
            <span>{words[edge]}</span>
            <input
              dir="ltr"
              autoComplete="off"
              value={typed[edge]}
              aria-invalid={isBad}
              onChange={(event) => setTyped({ ...typed, [edge]: event.target.value })}
            />
          </label>
        ))}
      </div>
      {isBad && (
        <p className="filter-note filter-note--bad" role="alert">
          {words.badArea}
        </p>
      )}
      <Button type="submit">{words.apply}</Button>
    </form>
  )
}

type Typed = Record<(typeof edges)[number], string>

function textsOf(area: Bounds | null): Typed {
  const text = (edge: keyof Bounds) => (area ? String(area[edge]) : '')
  return { west: text('west'), south: text('south'), east: text('east'), north: text('north') }
}

function readArea(typed: Typed): Bounds | undefined {
  const [west, east] = [readDegrees(typed.west, 180), readDegrees(typed.east, 180)]
  const [south, north] = [readDegrees(typed.south, 90), readDegrees(typed.north, 90)]
  if (west === undefined || east === undefined || south === undefined || north === undefined) return undefined
  return south <= north ? { west, south, east, north } : undefined
}

/** Bounds with longitudes in [-180, 180]: a map that repeats the world reports longitudes beyond that. */
function withinWorld({ west, south, east, north }: Bounds): Bounds {
  const all = east - west >= 360
  return {
    west: all ? -180 : wrapLng(west),
    east: all ? 180 : wrapLng(east),
    south: Math.max(-90, south),
    north: Math.min(90, north),
  }
}
