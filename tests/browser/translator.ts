import type { Page } from '@playwright/test'

/**
 * What a browser's translator does to a page: each text node is taken out, and two nested elements with the text
 * put in its place.
 */
export async function wrapTexts(page: Page): Promise<void> {
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const texts: Text[] = []
    while (walker.nextNode()) {
      const text = walker.currentNode
      if (text instanceof Text && !text.parentElement?.closest('script, style, textarea, font'))
        texts.push(text)
    }
    for (const text of texts) {
      const outer = document.createElement('font')
      const inner = document.createElement('font')
      inner.textContent = text.data
      outer.append(inner)
      text.replaceWith(outer)
    }
  })
}

/** What can be read on the page: its lines, as they are laid out. */
export async function visibleTexts(page: Page, selector = 'body'): Promise<string[]> {
  const text = await page.locator(selector).first().innerText()
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
}
