import type { StoreApi } from 'zustand/vanilla'
import { droppedFiles } from './droppedFiles.ts'
import type { OwnFilesState } from './ownFiles.ts'
import { mayHaveKept } from './keptFlag.ts'
import { pastedFile } from './pastedFile.ts'

/** Takes files that are dropped anywhere on the page, or pasted outside a text field, until the signal is aborted. */
export function listenForFiles(store: StoreApi<OwnFilesState>, signal: AbortSignal): void {
  store.setState({ mayHaveKept: mayHaveKept() })
  const ask = (files: readonly File[]) => store.setState({ asked: { kind: 'files', files } })
  const setDragging = (isDragging: boolean) => {
    if (store.getState().isDragging !== isDragging) store.setState({ isDragging })
  }
  const onDrag = (event: DragEvent) => {
    if (!hasFiles(event)) return
    event.preventDefault()
    setDragging(event.type !== 'drop')
    if (event.type === 'drop' && event.dataTransfer) void droppedFiles(event.dataTransfer).then(ask)
  }
  for (const type of ['dragenter', 'dragover', 'drop'] as const)
    window.addEventListener(type, onDrag, { signal })
  const onLeave = ({ relatedTarget }: DragEvent) => {
    if (relatedTarget === null) setDragging(false)
  }
  const onPaste = ({ target, clipboardData }: ClipboardEvent) => {
    if (!clipboardData || (target instanceof Element && target.closest('input, textarea'))) return
    const text = clipboardData.getData('text/plain')
    if (clipboardData.files.length > 0) ask([...clipboardData.files])
    else if (/\n./.test(text)) ask([pastedFile(text)])
  }
  window.addEventListener('dragleave', onLeave, { signal })
  window.addEventListener('paste', onPaste, { signal })
}

/** An image or a link of the page that is dragged has an address too. */
function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') === true && !dataTransfer.types.includes('text/uri-list')
}
