import { describe, expect, it } from 'vitest'
import { droppedFiles } from '../../../src/importing/droppedFiles.ts'

type Held = string | { [name: string]: Held }

/** An entry of a folder as browsers give it: a text is a file, an object a folder, `unreadable` a folder that fails. */
function entry(name: string, held: Held, parent = ''): FileSystemEntry {
  const fullPath = `${parent}/${name}`
  if (typeof held === 'string' && held !== 'unreadable')
    return {
      name,
      fullPath,
      isFile: true,
      isDirectory: false,
      file: (resolve: (file: File) => void) => resolve(new File([held], name)),
    } as unknown as FileSystemEntry
  const all = typeof held === 'string' ? [] : Object.entries(held)
  return {
    name,
    fullPath,
    isFile: false,
    isDirectory: true,
    createReader() {
      let at = 0
      return {
        readEntries(resolve: (entries: FileSystemEntry[]) => void, reject: (error: Error) => void) {
          if (held === 'unreadable') return reject(new Error('not allowed'))
          const some = all.slice(at, at + 100).map(([child, of]) => entry(child, of, fullPath))
          at += 100
          resolve(some)
        },
      }
    },
  } as unknown as FileSystemEntry
}

function dropped(...entries: (FileSystemEntry | null)[]) {
  const items = entries.map((each, i) => ({
    kind: 'file',
    getAsFile: () => new File(['itself'], each?.name ?? `${i}.csv`),
    webkitGetAsEntry: () => each,
  }))
  return droppedFiles({ items: items as unknown as DataTransferItemList })
}

const namesOf = (files: readonly File[]) => files.map(({ name }) => name)

describe('dropped files', () => {
  it('are those that were dropped, where the browser tells no entries', async () => {
    expect(namesOf(await dropped(null, entry('b.csv', 'b')))).toEqual(['0.csv', 'b.csv'])
  })

  it('of a folder are named by their paths and ordered by them, without hidden ones', async () => {
    const folder = entry('log', {
      'b.csv': 'b',
      '.DS_Store': 'x',
      __MACOSX: { 'c.csv': 'c' },
      2024: { 'b.csv': 'other' },
    })
    const files = await dropped(folder, entry('a.csv', 'a'))
    expect(namesOf(files)).toEqual(['log/2024/b.csv', 'log/b.csv', 'a.csv'])
    expect(await files[0]?.text()).toBe('other')
  })

  it('of a folder are read beyond the first hundred', async () => {
    const many = Object.fromEntries(Array.from({ length: 250 }, (_, i) => [`${i}.csv`, 'x']))
    expect(await dropped(entry('many', many))).toHaveLength(250)
  })

  it('are the folder itself where it is empty, too full or cannot be read', async () => {
    const full = Object.fromEntries(Array.from({ length: 1_200 }, (_, i) => [`${i}.csv`, 'x']))
    const folders = [
      entry('empty', {}),
      entry('full', full),
      entry('locked', 'unreadable'),
      entry('partly', { 'a.csv': 'a', inner: 'unreadable' }),
    ]
    expect(namesOf(await dropped(...folders))).toEqual(['empty', 'full', 'locked', 'partly'])
  })
})
