/** Files that the folders of one drop may hold. */
const MOST_FILES = 1_000

/**
 * The files that were dropped, and those within dropped folders, in the order of their paths; hidden ones are left out.
 * A folder that is empty, too full or cannot be read whole is among them itself: reading it fails, and so it is reported.
 * To be called while the drop is being told: later its data is gone.
 */
export async function droppedFiles({ items }: Pick<DataTransfer, 'items'>): Promise<File[]> {
  const given = [...items].flatMap((item) => {
    const file = item.kind === 'file' ? item.getAsFile() : null
    return file ? [{ file, entry: item.webkitGetAsEntry() }] : []
  })
  const files: File[] = []
  for (const { file, entry } of given) {
    if (isFolder(entry)) files.push(...(await filesWithin(entry, file)))
    else files.push(file)
  }
  return files
}

async function filesWithin(folder: FileSystemDirectoryEntry, itself: File): Promise<File[]> {
  const found: FileSystemFileEntry[] = []
  const folders = [folder]
  try {
    for (const each of folders) {
      for (const entry of await entriesOf(each)) {
        if (isHidden(entry.name)) continue
        if (isFolder(entry)) folders.push(entry)
        else if (isFile(entry)) found.push(entry)
      }
      if (found.length + folders.length > MOST_FILES) return [itself]
    }
  } catch {
    return [itself]
  }
  const read = await Promise.allSettled(
    found.toSorted((a, b) => (a.fullPath < b.fullPath ? -1 : 1)).map((entry) => fileOf(entry)),
  )
  const files = read.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
  return files.length > 0 && files.length === read.length ? files : [...files, itself]
}

/** The entries of a folder, which are given a hundred at a time. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const entries: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject)
    })
    if (some.length === 0 || entries.length > MOST_FILES) return entries
    entries.push(...some)
  }
}

/** The file, named by its path from the dropped folder on: two folders may have files of the same name. */
function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => {
    entry.file((file) => resolve(new File([file], entry.fullPath.slice(1), file)), reject)
  })
}

function isFolder(entry: FileSystemEntry | null): entry is FileSystemDirectoryEntry {
  return entry?.isDirectory === true
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

/** Names that operating systems give to files of their own. */
function isHidden(name: string): boolean {
  return name.startsWith('.') || name === '__MACOSX'
}
