/** UTF-16 units that fit into a cell of an XLSX sheet: https://support.microsoft.com/office/excel-specifications-and-limits. */
export const LONGEST_CELL = 32_767

/** The text as far as it fits into a cell, with an ellipsis where it is cut. */
export function cutText(text: string): string {
  return text.length > LONGEST_CELL
    ? `${text.slice(0, LONGEST_CELL - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
    : text
}

/** Whether a cell holds the text, or as much of it as fits. Line ends of all kinds are equal. */
export function holdsText(cell: string, text: string): boolean {
  const plain = (of: string) => of.replaceAll('\r\n', '\n').replaceAll('\r', '\n')
  return plain(cell) === plain(text) || (text.length > LONGEST_CELL && plain(cell) === plain(cutText(text)))
}
