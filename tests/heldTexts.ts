/**
 * The text nodes that React keeps hold of, to change or remove them later. A browser's translator takes text nodes out
 * of the page: React then changes what is no longer shown, or fails at removing it. A text that is all that its
 * element holds is not kept hold of: React sets the element's text anew. So there are to be none of these.
 * @returns each with the element that it stands in
 */
export function heldTexts(root: Node): string[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const held: string[] = []
  while (walker.nextNode()) {
    const { currentNode: text } = walker
    if (!Object.keys(text).some((key) => key.startsWith('__reactFiber$'))) continue
    const parent = text.parentElement
    held.push(`${parent?.localName}.${parent?.className} "${text.textContent}"`)
  }
  return held
}
