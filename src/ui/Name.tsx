import type { PickedText } from '../i18n/pickText.ts'

/**
 * A name, an id or an address: it stands apart from the direction of the text around it, and translators leave it
 * alone. A name in words has its language; one as written has none.
 */
export function Name({ of, className }: { of: PickedText | string; className?: string }) {
  const { text, language, direction } =
    typeof of === 'string' ? { text: of, language: undefined, direction: 'auto' as const } : of
  return (
    <bdi translate="no" className={className} lang={language} dir={direction}>
      {text}
    </bdi>
  )
}
