import type { ComponentProps } from 'react'
import { Download, Info, Monitor, Moon, Printer, Sun, type IconNode } from 'lucide'
import { Icon } from '../ui/Icon.tsx'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { CopyLink } from '../share/CopyLink.tsx'
import { Button } from '../ui/Button.tsx'
import { LanguageChoice, ThemeChoice } from './Preferences.tsx'
import './MenuContent.css'

/** The entries of the page's menu: share, export, print, about; and language and theme. */
export function MenuContent({
  onExport,
  onPrint,
  onAbout,
}: {
  onExport: () => void
  onPrint: () => void
  onAbout: () => void
}) {
  const { app } = useMessages()
  return (
    <div className="menu">
      <div className="menu__items">
        <CopyLink />
        <Item icon={Download} text={app.export} aria-haspopup="dialog" onClick={onExport} />
        <Item icon={Printer} text={app.print} onClick={onPrint} />
        <Item icon={Info} text={app.about} aria-haspopup="dialog" onClick={onAbout} />
      </div>
      <div className="menu__choices">
        <LanguageChoice />
        <ThemeChoice icons={{ system: Monitor, light: Sun, dark: Moon }} />
      </div>
    </div>
  )
}

function Item({
  icon,
  text,
  ...rest
}: Omit<ComponentProps<typeof Button>, 'children'> & { icon: IconNode; text: string }) {
  return (
    <Button kind="quiet" {...rest}>
      <Icon of={icon} />
      <span>{text}</span>
    </Button>
  )
}
