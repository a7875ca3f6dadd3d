import { useEffect, useState } from 'react'
import { Link } from 'lucide'
import { Icon } from '../ui/Icon.tsx'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { Button } from '../ui/Button.tsx'
import { useView, useViewStore } from '../view/useView.ts'
import { OWN_FILES } from '../view/view.ts'
import { writeFragment } from '../view/url/writeFragment.ts'
import { CopyByHand } from './laterCopy.ts'
import { shareLink } from './shareLink.ts'
import './CopyLink.css'

/** Milliseconds for which "copied" is shown. */
const SHOWN = 2_500

/** Copies a link to the present view; where the page may not use the clipboard, shows it to be copied by hand. */
export function CopyLink() {
  const { app } = useMessages()
  const store = useViewStore()
  const isOwn = useView((view) => view.data === OWN_FILES)
  const [state, setState] = useState<{ kind: 'ready' | 'copied' } | { kind: 'byHand'; link: string }>({
    kind: 'ready',
  })
  useEffect(() => {
    if (state.kind !== 'copied') return
    const timer = setTimeout(() => setState({ kind: 'ready' }), SHOWN)
    return () => clearTimeout(timer)
  }, [state])
  const copy = async () => {
    const link = shareLink(window.location, writeFragment(store.getState().view))
    try {
      await navigator.clipboard.writeText(link)
      setState({ kind: 'copied' })
    } catch {
      setState({ kind: 'byHand', link })
    }
  }
  return (
    <>
      <Button onClick={() => void copy()}>
        <Icon of={Link} />
        <span>{app.copyLink}</span>
      </Button>
      <span className="copy-link__said" role="status">
        {state.kind === 'copied' && (isOwn ? app.copiedWithoutFile : app.copied)}
      </span>
      {state.kind === 'byHand' && (
        <CopyByHand link={state.link} onClose={() => setState({ kind: 'ready' })} />
      )}
    </>
  )
}
