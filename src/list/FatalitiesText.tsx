import { useMessages } from '../i18n/I18nProvider.tsx'
import type { IncidentSummary } from '../query/incidentResult.ts'

/** Deaths as the claimants' range; what was not reported is said so, and is not zero. */
export function FatalitiesText({ of }: { of: IncidentSummary['fatalities'] }) {
  const { common } = useMessages()
  if (!of) return <span>{common.fatalitiesNotReported}</span>
  if (of.min === null)
    return <span>{of.max === null ? common.fatalitiesNotReported : common.upTo(of.max)}</span>
  return <span>{common.fatalities(of.min, of.max)}</span>
}
