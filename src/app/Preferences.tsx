import type { IconNode } from 'lucide'
import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import { ownNames } from '../i18n/ownNames.ts'
import { languages } from '../incidents/vocabulary.ts'
import { setLanguage, setTheme } from '../view/acts.ts'
import { useAct, useView } from '../view/useView.ts'
import { themes, type Theme } from '../view/view.ts'
import { Segments } from '../ui/Segments.tsx'

/** Choice of the language, which is part of a link. */
export function LanguageChoice() {
  const { app } = useMessages()
  const act = useAct()
  const language = useLanguage()
  return (
    <Segments
      label={app.language}
      value={language}
      options={languages.map((id) => ({ value: id, text: ownNames[id], lang: id }))}
      onChange={(id) => act(setLanguage(id))}
    />
  )
}

/** Choice of the theme, which is part of a link. */
export function ThemeChoice({ icons }: { icons: Readonly<Record<Theme | 'system', IconNode>> }) {
  const { app } = useMessages()
  const act = useAct()
  const theme = useView((view) => view.theme)
  return (
    <Segments
      label={app.theme}
      value={theme ?? 'system'}
      options={(['system', ...themes] as const).map((id) => ({
        value: id,
        text: app.themes[id],
        icon: icons[id],
      }))}
      onChange={(id) => act(setTheme(id === 'system' ? null : id))}
    />
  )
}
