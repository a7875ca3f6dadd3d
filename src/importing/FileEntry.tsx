import { useEffect } from 'react'
import { useStore } from 'zustand'
import { FilesPart } from './laterFiles.ts'
import { useOwnFiles } from './ownFiles.ts'

/**
 * The way in for files: dropped anywhere on the page, pasted, or chosen. Everything that they need is loaded after the
 * first view.
 */
export function FileEntry() {
  const { store } = useOwnFiles()
  const { asked, isDragging, mayHaveKept } = useStore(store)
  useEffect(() => {
    const stop = new AbortController()
    // Where it cannot be loaded, the button still opens files, or says why not.
    import('./listenForFiles.ts').then(
      ({ listenForFiles }) => listenForFiles(store, stop.signal),
      () => {},
    )
    return () => stop.abort()
  }, [store])
  return (
    <>
      {asked && asked.kind !== 'addresses' && <FilesPart of="dialog" />}
      {isDragging && <FilesPart of="overlay" />}
      {!asked && mayHaveKept && <FilesPart of="kept" />}
    </>
  )
}
