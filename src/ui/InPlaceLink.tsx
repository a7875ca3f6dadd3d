import type { ComponentPropsWithRef, MouseEvent, SyntheticEvent } from 'react'

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
  children,
  ...rest
}: ComponentPropsWithRef<'a'> & { address: (() => string) | undefined; onShow: () => void }) {
  const refresh = ({ currentTarget }: SyntheticEvent<HTMLAnchorElement>) => {
    if (address) currentTarget.setAttribute('href', address())
  }
  const onClick = (event: MouseEvent<HTMLAnchorElement>) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    if (address && !hasSelected(event)) onShow()
  }
  return (
    <a
      {...rest}
      href={address?.()}
      role={address ? undefined : 'link'}
      aria-disabled={address ? undefined : true}
      // Else dragging would move the link instead of selecting its text.
      draggable={false}
      onPointerOverCapture={refresh}
      onPointerDownCapture={refresh}
      onFocusCapture={refresh}
      onKeyDownCapture={refresh}
      onContextMenuCapture={refresh}
      onClick={onClick}
    >
      {children}
    </a>
  )
}

/** Whether the press that ends in this click has selected text of the link. A click by key has no press. */
function hasSelected({ detail, currentTarget }: MouseEvent<HTMLAnchorElement>): boolean {
  const selection = getSelection()
  return detail > 0 && selection?.type === 'Range' && selection.containsNode(currentTarget, true)
}
