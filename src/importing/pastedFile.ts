/** Pasted text as a file; cells copied from a spreadsheet are separated by tabs. */
export function pastedFile(text: string): File {
  return new File([text], text.includes('\t') ? 'pasted.tsv' : 'pasted.txt')
}
