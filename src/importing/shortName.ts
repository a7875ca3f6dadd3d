/** Characters of the beginning and the end of a long name that are kept. */
const [BEGINNING, END] = [18, 12]

/** The name of a file, without the middle where it is long: its end tells the format. */
export function shortName(name: string): string {
  const characters = Array.from(name)
  return characters.length > BEGINNING + END + 1
    ? `${characters.slice(0, BEGINNING).join('')}…${characters.slice(-END).join('')}`
    : name
}
