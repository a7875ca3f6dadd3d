import type { ComponentProps } from 'react'
import { Download, FolderOpen, Info, Monitor, Moon, Printer, Sun, type IconNode } from 'lucide'
import { Icon } from '../ui/Icon.tsx'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { CopyLink } from '../share/CopyLink.tsx'
import { Popover } from '../ui/Popover.tsx'
import { Button } from '../ui/Button.tsx'
import { LanguageChoice, ThemeChoice } from './Preferences.tsx'
import './MenuPopover.css'

/**
 * The menu of the page: own files, share, export, print, about; and language and theme.
 * @param anchor its button
 */
export function MenuPopover({
  anchor,
  onClose,
  onOpenFile,
  onExport,
  onPrint,
  onAbout,
}: {
  anchor: HTMLElement | null
  onClose: () => void
  onOpenFile: () => void
  onExport: () => void
  onPrint: () => void
  onAbout: () => void
}) {
  const { app } = useMessages()
  return (
    <Popover anchor={anchor} label={app.menu} onClose={onClose}>
      <div className="menu">
        <div className="menu__items">
          <Item icon={FolderOpen} text={app.openFile} aria-haspopup="dialog" onClick={onOpenFile} />
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
    </Popover>
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
