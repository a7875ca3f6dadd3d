import { useRef, type ComponentPropsWithRef, type MouseEvent, type SyntheticEvent } from 'react'
import './InPlaceLink.css'

/** From how far a press has moved it is no click where it has selected text, in CSS pixels. */
const MOVED = 5

/**
 * A link to another view of this page. A plain click shows it in place; opening it in a tab, copying its address and
 * whatever else links are good for is the browser's. Its text can be selected by dragging, which shows nothing.
 * @param address the link's fragment, with `#`; asked again when the pointer or the focus comes to the link, so that
 * what changes the view need not draw every link anew. undefined while it is not known: the link is disabled
 * @param onShow shows it in place
 */
export function InPlaceLink({
  address,
  onShow,
  className = '',
  children,
  ...rest
}: ComponentPropsWithRef<'a'> & { address: (() => string) | undefined; onShow: () => void }) {
  const pressed = useRef({ x: 0, y: 0 })
  const refresh = ({ currentTarget }: SyntheticEvent<HTMLAnchorElement>) => {
    if (address) currentTarget.setAttribute('href', pageAddress() + address())
  }
  const onClick = (event: MouseEvent<HTMLAnchorElement>) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    const { x, y } = pressed.current
    const hasMoved = event.detail > 0 && Math.hypot(event.clientX - x, event.clientY - y) >= MOVED
    if (address && !(hasMoved && hasSelection(event.currentTarget))) onShow()
  }
  return (
    <a
      {...rest}
      className={`in-place-link ${className}`.trim()}
      href={address && pageAddress() + address()}
      role={address ? undefined : 'link'}
      aria-disabled={address ? undefined : true}
      // Else dragging would move the link instead of selecting its text.
      draggable={false}
      onPointerOverCapture={refresh}
      onPointerDownCapture={(event) => {
        pressed.current = { x: event.clientX, y: event.clientY }
        refresh(event)
      }}
      onFocusCapture={refresh}
      onKeyDownCapture={refresh}
      onContextMenuCapture={refresh}
      onClick={onClick}
    >
      {children}
    </a>
  )
}

/** Of this page, without the view: a link of a fragment alone would be taken for one that skips to a part of the page. */
function pageAddress(): string {
  return window.location.href.replace(/#.*/su, '')
}

function hasSelection(element: Element): boolean {
  const selection = getSelection()
  return selection?.type === 'Range' && selection.containsNode(element, true)
}
