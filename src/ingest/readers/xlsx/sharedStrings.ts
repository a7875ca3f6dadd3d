import { createStringItem } from './stringItem.ts'
import type { WorkbookParts } from './workbookParts.ts'

/** The texts that cells refer to by index (ECMA-376 Part 1, 18.4.9). @throws FileFault */
export async function readSharedStrings(parts: WorkbookParts, path: string): Promise<string[]> {
  const strings: string[] = []
  const item = createStringItem()
  await parts.read(path, {
    open: item.open,
    text: item.text,
    close(name) {
      item.close(name)
      if (name === 'si') strings.push(item.take())
    },
  })
  return strings
}
