import { useDetailTexts } from '../i18n/useDetailTexts.ts'
import type { TextOrTranslated } from '../incidents/incident.ts'
import { Text } from './Text.tsx'

/** Whom a count is of. */
export function GroupName({ of }: { of: TextOrTranslated }) {
  const words = useDetailTexts()
  return <Text of={(typeof of === 'string' && words.groups[of]) || of} as="bdi" />
}
