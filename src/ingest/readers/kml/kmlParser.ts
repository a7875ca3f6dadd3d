import { SaxesParser } from 'saxes'

/** What is done with the parts of a KML text; names come without prefix, offsets are those of the text. */
export interface KmlHandlers {
  open(name: string, attributes: ReadonlyMap<string, string>, offset: number): void
  text(text: string): void
  /** @param end offset after the closing tag */
  close(name: string, end: number): void
  /** @param damage whether elements may be mixed up from there on; else only characters are wrong */
  error(damage: boolean, offset: number): void
}

/** Errors after which the structure cannot be trusted; all others leave the text as it is written. */
const damaging =
  /close tag|closing tag|unclosed tag|unexpected end|in tag name|attribute name|forward-slash|without value|unquoted/

/**
 * A parser that starts inside a text.
 * @param offset where the text begins that it will be given
 * @param ancestors names of the elements that are open there
 */
export function createKmlParser(
  handlers: KmlHandlers,
  text: string,
  offset: number,
  ancestors: readonly string[],
): SaxesParser {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const opened = ancestors.map((name) => `<${name}>`).join('')
  parser.write(opened)
  const base = offset - opened.length
  let start = offset
  parser.on('opentagstart', () => {
    start = text.lastIndexOf('<', base + parser.position - 1)
  })
  parser.on('opentag', ({ name, attributes }) => {
    const found = new Map<string, string>()
    for (const key of Object.keys(attributes)) found.set(localName(key), attributes[key] ?? '')
    handlers.open(localName(name), found, start)
  })
  const addText = (added: string) => {
    handlers.text(added)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', ({ name }) => {
    handlers.close(localName(name), base + parser.position)
  })
  parser.on('error', ({ message }) => {
    const at = base + parser.position
    const inTag = message.endsWith('disallowed character.') && text[at - 1] === '<'
    handlers.error(inTag || damaging.test(message), at)
  })
  return parser
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
