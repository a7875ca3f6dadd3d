import { useMessages } from '../i18n/I18nProvider.tsx'
import type { TextOrTranslated } from '../incidents/incident.ts'
import { Text } from './Text.tsx'

/** Whom a count is of. */
export function GroupName({ of }: { of: TextOrTranslated }) {
  const { details: words } = useMessages()
  return <Text of={(typeof of === 'string' && words.groups[of]) || of} as="bdi" />
}
