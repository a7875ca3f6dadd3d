import { useMessages } from '../i18n/I18nProvider.tsx'
import type { Incident } from '../incidents/incident.ts'
import { Section } from './Section.tsx'
import { unknownsOf, type Unknown } from './unknowns.ts'
import './NotKnown.css'

/** What the record leaves open. */
export function NotKnown({ incident }: { incident: Incident }) {
  const { details: words } = useMessages()
  const unknowns = unknownsOf(incident)
  if (unknowns.length === 0) return null
  const textOf = (unknown: Unknown) =>
    unknown.kind === 'undated' || unknown.kind === 'unlinked'
      ? words.unknown[unknown.kind](unknown.count)
      : words.unknown[unknown.kind]
  return (
    <Section title={words.notKnown}>
      <ul className="not-known">
        {unknowns.map((unknown) => (
          <li key={unknown.kind}>{textOf(unknown)}</li>
        ))}
      </ul>
    </Section>
  )
}
