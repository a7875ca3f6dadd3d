import type { PickedText } from '../i18n/pickText.ts'

/**
 * A name, an id or an address. Its writing direction is isolated from the text around it, and translators leave
 * it as it is. A picked text has a language; a plain string has none.
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
