import type { Messages } from '../i18n/en/en.ts'
import { useMessages } from '../i18n/I18nProvider.tsx'
import type { IncidentSummary } from '../query/incidentResult.ts'

/** Deaths as the claimants' range; what was not reported is said so, and is not zero. */
export function FatalitiesText({ of }: { of: IncidentSummary['fatalities'] }) {
  const { common } = useMessages()
  const text = of && textOf(of, common)
  if (!text) return <span>{common.fatalitiesNotReported}</span>
  return <span className="incident-row__deaths">{text}</span>
}

function textOf(
  { min, max }: NonNullable<IncidentSummary['fatalities']>,
  common: Messages['common'],
): string | null {
  if (min !== null) return common.fatalities(min, max)
  return max === null ? null : common.upTo(max)
}
