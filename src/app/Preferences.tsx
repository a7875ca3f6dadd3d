import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import { ownNames } from '../i18n/ownNames.ts'
import { languages } from '../incidents/vocabulary.ts'
import { setLanguage, setTheme } from '../view/acts.ts'
import { useAct, useView } from '../view/useView.ts'
import { themes } from '../view/view.ts'
import { Select } from '../ui/Select.tsx'

/** Choice of the language, which is part of a link. */
export function LanguageChoice() {
  const { app } = useMessages()
  const act = useAct()
  const language = useLanguage()
  return (
    <Select
      label={app.language}
      value={language}
      options={languages.map((id) => ({ value: id, text: ownNames[id], lang: id }))}
      onChange={(id) => act(setLanguage(id))}
    />
  )
}

/** Choice of the theme, which is part of a link. */
export function ThemeChoice() {
  const { app } = useMessages()
  const act = useAct()
  const theme = useView((view) => view.theme)
  return (
    <Select
      label={app.theme}
      value={theme ?? 'system'}
      options={(['system', ...themes] as const).map((id) => ({ value: id, text: app.themes[id] }))}
      onChange={(id) => act(setTheme(id === 'system' ? null : id))}
    />
  )
}
