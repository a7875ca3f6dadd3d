import { useRef, type ComponentPropsWithRef, type MouseEvent, type SyntheticEvent } from 'react'
import './InPlaceLink.css'

/** A press that moves this far and selects text is not a click, in CSS pixels. */
const MOVED = 5

/**
 * A link to another view of this page. A plain click shows that view without navigating; opening it in a tab,
 * copying its address and the like are left to the browser. Its text can be selected by dragging, which is not
 * a click.
 * @param address makes the link's fragment, with `#`. It is called again when the pointer or the focus comes to
 * the link, so that a change of the view need not render all links. undefined disables the link
 * @param onShow shows the view
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
      // Otherwise dragging would move the link instead of selecting its text.
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

/**
 * URL of this page without its fragment. Assistive software takes a link with a fragment alone for one to a
 * part of the page.
 */
function pageAddress(): string {
  return window.location.href.replace(/#.*/su, '')
}

function hasSelection(element: Element): boolean {
  const selection = getSelection()
  return selection?.type === 'Range' && selection.containsNode(element, true)
}
