import { useStore } from 'zustand'
import { FilesPart } from './laterFiles.ts'
import { useOwnFiles } from './ownFiles.ts'

/** The look-up of addresses in the data set that is open, while it is asked for. */
export function AddressEntry() {
  const { store } = useOwnFiles()
  return useStore(store, ({ asked }) => asked?.kind === 'addresses') && <FilesPart of="addresses" />
}
