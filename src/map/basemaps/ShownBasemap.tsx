import { variantOf, type Basemap, type DailyMap, type Variant } from '../../basemaps/basemap.ts'
import type { BasemapChoice, ShownDays } from '../../basemaps/basemapChoice.ts'
import type { Padding } from '../freeRoom.ts'
import type { MapView } from '../MapView.ts'
import { BasemapReport } from './BasemapReport.tsx'
import { Credit } from './Credit.tsx'
import { SatelliteDays } from './SatelliteDays.tsx'
import { SwipeHandle } from './SwipeHandle.tsx'
import { useBaseStyle } from './useBaseStyle.ts'
import { useFollowing, useShownDays } from './useShownDays.ts'

interface Props {
  view: MapView
  padding: Padding
  basemap: Basemap
  choice: BasemapChoice
}

/** A basemap that the reader has agreed to: shows it on the map, with its days, its credit, and what it lacks. */
export function ShownBasemap(props: Props) {
  const variant = variantOf(props.basemap, props.choice.variant)
  const { map } = variant
  if (map.kind === 'daily') return <Daily {...props} map={map} variant={variant} />
  return <Shown {...props} variant={variant} days={null} />
}

function Daily({ map, ...props }: Props & { map: DailyMap; variant: Variant }) {
  const shown = useShownDays(map, props.choice)
  useFollowing()
  if (!shown) return null
  const { days, reason } = shown
  return (
    <>
      <SatelliteDays map={map} choice={props.choice} days={days} reason={reason} />
      <Shown {...props} days={days} />
      {days.after !== null && (
        <SwipeHandle view={props.view} padding={props.padding} before={days.day} after={days.after} />
      )}
    </>
  )
}

function Shown({
  view,
  basemap,
  variant,
  choice,
  days,
}: Props & { variant: Variant; days: ShownDays | null }) {
  const { isBroken, attempt, retry } = useBaseStyle(view, basemap, variant, days)
  const shown = days === null ? [null] : [...new Set([days.day, days.after ?? days.day])]
  return (
    <>
      {shown.map((day) => (
        <BasemapReport
          key={`${day} ${attempt}`}
          basemap={basemap}
          choice={choice}
          days={days}
          day={day}
          isBroken={isBroken}
          onRetry={retry}
        />
      ))}
      <div className="map-panel__note">
        <Credit variant={variant} />
      </div>
    </>
  )
}
