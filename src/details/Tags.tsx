import { useLanguage } from '../i18n/I18nProvider.tsx'
import { tagName } from '../i18n/tagNames.ts'
import { useDetailTexts } from '../i18n/useDetailTexts.ts'
import type { Incident } from '../incidents/incident.ts'
import { toggleInclude } from '../view/acts.ts'
import { useAct, useView } from '../view/useView.ts'
import { Section } from './Section.tsx'
import { Name } from '../ui/Name.tsx'
import './Tags.css'

/** The tags of an incident; a click filters by one. */
export function Tags({ incident }: { incident: Incident }) {
  const tags = incident.tags ?? []
  const words = useDetailTexts()
  const language = useLanguage()
  const act = useAct()
  const included = useView((view) => view.filters.tag.include)
  if (tags.length === 0) return null
  return (
    <Section title={words.tags}>
      <ul className="tags">
        {tags.map((tag) => (
          <li key={tag}>
            <button
              type="button"
              className="tag"
              aria-pressed={included.includes(tag)}
              title={words.filterTag(tag)}
              onClick={() => act(toggleInclude('tag', tag))}
            >
              <Name of={tagName(tag, language)} />
            </button>
          </li>
        ))}
      </ul>
    </Section>
  )
}
