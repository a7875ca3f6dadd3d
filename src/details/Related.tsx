import { formatDays, formOfPrecision } from '../i18n/formatDay.ts'
import { useLanguage } from '../i18n/I18nProvider.tsx'
import { useDetailTexts } from '../i18n/useDetailTexts.ts'
import { isArea } from '../incidents/precision.ts'
import type { IncidentSummary } from '../query/incidentResult.ts'
import { InPlaceLink } from '../ui/InPlaceLink.tsx'
import { TypeGlyph } from '../ui/TypeGlyph.tsx'
import { openIncident } from '../view/acts.ts'
import { incidentAddress } from '../view/url/incidentAddress.ts'
import { useAct, useViewStore } from '../view/useView.ts'
import { Section } from './Section.tsx'
import { Text } from './Text.tsx'
import './Related.css'

/** Related incidents in the order of time. */
export function Related({ related }: { related: readonly IncidentSummary[] }) {
  const words = useDetailTexts()
  const language = useLanguage()
  const act = useAct()
  const store = useViewStore()
  if (related.length === 0) return null
  return (
    <Section title={words.related}>
      <ol className="related">
        {related.map(({ id, title, start, end, timePrecision, type, geoPrecision }) => (
          <li key={id}>
            <InPlaceLink
              className="related__link"
              address={() => incidentAddress(store.getState().view, id)}
              onShow={() => act(openIncident(id))}
            >
              <TypeGlyph type={type} hollow={isArea(geoPrecision)} />
              <span>
                <span className="related__date">
                  {formatDays(language, start, end, formOfPrecision(timePrecision, true))}
                </span>
                <Text of={title ?? {}} as="span" />
              </span>
            </InPlaceLink>
          </li>
        ))}
      </ol>
    </Section>
  )
}
