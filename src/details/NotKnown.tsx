import { useDetailTexts } from '../i18n/useDetailTexts.ts'
import type { Incident } from '../incidents/incident.ts'
import { Section } from './Section.tsx'
import { unknownsOf, type Unknown } from './unknowns.ts'
import './NotKnown.css'

/** What the record does not tell. */
export function NotKnown({ incident }: { incident: Incident }) {
  const words = useDetailTexts()
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
