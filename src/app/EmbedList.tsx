import { X } from 'lucide'
import { useResult } from '../answers/useResult.ts'
import { NothingFound } from '../filters/NothingFound.tsx'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { IncidentList } from '../list/IncidentList.tsx'
import { ListOrder } from '../list/ListOrder.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { useShortcuts } from '../ui/useShortcuts.ts'

/** The list of an embedded page; Escape closes it. */
export function EmbedList({ onClose }: { onClose: () => void }) {
  const { app, common } = useMessages()
  const isEmpty = useResult(({ result, isPartial }) => result?.total === 0 && !isPartial)
  useShortcuts({ Escape: onClose })
  return (
    <section className="pane" aria-label={app.list}>
      <div className="pane__head pane__head--row">
        <h2>{app.list}</h2>
        {!isEmpty && <ListOrder />}
        <IconButton icon={X} name={common.close} onClick={onClose} />
      </div>
      <div className="pane__body">{isEmpty ? <NothingFound /> : <IncidentList />}</div>
    </section>
  )
}
