import { useEffect, useRef } from 'react'
import { useImportingTexts } from '../i18n/useImportingTexts.ts'
import './DropOverlay.css'

/** Says what will happen to the files that are dragged over the page. It lies above open dialogs too. */
export function DropOverlay() {
  const words = useImportingTexts()
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const overlay = ref.current
    // Older browsers without popovers show it in place, below open dialogs.
    if (overlay && 'showPopover' in overlay) overlay.showPopover()
  }, [])
  return (
    <div ref={ref} className="drop-overlay" popover="manual" role="status">
      <div className="drop-overlay__frame">
        <p className="drop-overlay__title">{words.overlayTitle}</p>
        <p>{words.overlayText}</p>
      </div>
    </div>
  )
}
