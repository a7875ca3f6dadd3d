import { SaxesParser } from 'saxes'
import { FileFault } from '../fileFault.ts'

/** What is done with the parts of an XML document; names come without prefix. */
export interface XmlHandlers {
  /** @param attribute value of an attribute by its name */
  open?(name: string, attribute: (name: string) => string | undefined): void
  text?(text: string): void
  close?(name: string): void
}

/** Called with the number of bytes of each piece that has been gone through. */
export type OnPiece = (bytes: number) => Promise<void>

/**
 * Goes through an XML document: entities that it defines stay as written; characters that XML forbids are
 * kept.
 * @param pieces of the document's bytes, in UTF-8, or UTF-16 with a byte order mark
 * @throws FileFault `damaged-file` where it is not well-formed
 */
export async function readXml(
  pieces: Iterable<Uint8Array>,
  handlers: XmlHandlers,
  onPiece: OnPiece,
): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  parser.on('error', (error) => {
    if (!error.message.endsWith('disallowed character.')) throw new FileFault('damaged-file', error)
  })
  const { open, text, close } = handlers
  if (open)
    parser.on('opentag', (tag) => {
      const { attributes } = tag
      open(localName(tag.name), (name) => attributes[name] ?? prefixed(attributes, name))
    })
  if (text) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  if (close)
    parser.on('closetag', (tag) => {
      close(localName(tag.name))
    })
  let decoder: TextDecoder | undefined
  for (const piece of pieces) {
    decoder ??= new TextDecoder(encodingOf(piece))
    parser.write(decoder.decode(piece, { stream: true }))
    await onPiece(piece.length)
  }
  if (decoder) parser.write(decoder.decode())
  parser.close()
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** Value of an attribute that is written with a prefix. */
function prefixed(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  const ending = `:${name}`
  for (const written in attributes) if (written.endsWith(ending)) return attributes[written]
  return undefined
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}
