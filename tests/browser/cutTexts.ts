import type { Page } from '@playwright/test'

/**
 * The texts that are cut: by an element around them that hides what reaches beyond it, by the edge of the page, or by
 * something that stands over them. What can be scrolled to is not cut.
 */
export function cutTexts(page: Page): Promise<string[]> {
  return page.locator('body').evaluate((body) => {
    /** Line boxes reach a little beyond their glyphs. */
    const TOLERANCE = 4
    const cut: string[] = []
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT)

    const isSeen = (each: Element) =>
      each.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    const clipped = (box: DOMRect, parent: Element): string | undefined => {
      for (let each: Element | null = parent; each; each = each.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(each)
        const edge = each.getBoundingClientRect()
        const isBeyondX = box.left < edge.left - TOLERANCE || box.right > edge.right + TOLERANCE
        const isBeyondY = box.top < edge.top - TOLERANCE || box.bottom > edge.bottom + TOLERANCE
        if (isBeyondX && /hidden|clip/.test(overflowX)) return `cut by ${each.className}`
        if (isBeyondY && /hidden|clip/.test(overflowY)) return `cut by ${each.className}`
        if (/auto|scroll/.test(overflowX + overflowY) && (isBeyondX || isBeyondY)) return undefined
      }
      const isOnPage =
        box.left > -TOLERANCE &&
        box.right < innerWidth + TOLERANCE &&
        box.top > -TOLERANCE &&
        box.bottom < innerHeight + TOLERANCE
      return isOnPage ? undefined : 'off the page'
    }
    const covered = (box: DOMRect, parent: Element): string | undefined => {
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2]
      for (let each: Element | null = parent; each; each = each.parentElement) {
        const edge = each.getBoundingClientRect()
        const isScrolledAway = x < edge.left || x > edge.right || y < edge.top || y > edge.bottom
        if (isScrolledAway && /auto|scroll/.test(getComputedStyle(each).overflow)) return undefined
      }
      const over = document.elementFromPoint(x, y)
      if (!over || over.contains(parent) || parent.contains(over)) return undefined
      // The tools of a row stand over it, and the brush over its bars.
      return over.closest('.brush, canvas') ? undefined : `covered by ${over.className}`
    }
    while (walker.nextNode()) {
      const text = walker.currentNode
      const parent = text.parentElement
      if (!parent || !text.textContent?.trim() || !isSeen(parent)) continue
      if (
        parent.closest(
          '.visually-hidden, .incident-row--away, .timeline__range > span, .top-bar .coverage__part, option, script, details:not([open]) > :not(summary)',
        )
      )
        continue
      // These counts are left out whole where they have no room: they stand elsewhere as well.
      const range = document.createRange()
      range.selectNodeContents(text)
      for (const box of range.getClientRects()) {
        if (box.width === 0) continue
        const why = clipped(box, parent) ?? covered(box, parent)
        if (why) cut.push(`“${text.textContent.trim().slice(0, 30)}” ${why}`)
      }
    }
    return [...new Set(cut)]
  })
}
