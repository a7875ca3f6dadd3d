import { useDetailTexts } from '../i18n/useDetailTexts.ts'
import type { TextOrTranslated } from '../incidents/incident.ts'
import { Text } from './Text.tsx'

/** The group of people that a casualty figure counts. */
export function GroupName({ of }: { of: TextOrTranslated }) {
  const words = useDetailTexts()
  return <Text of={(typeof of === 'string' && words.groups[of]) || of} as="bdi" />
}
