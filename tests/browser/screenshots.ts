import { HAREM, mapDrawn, open, test } from './atlas.ts'
import { pretendGraphicsCard } from './graphicsCard.ts'

const pictures = [
  { name: 'light', width: 1440, height: 900, fragment: '' },
  { name: 'dark', width: 1440, height: 900, fragment: `incident=${HAREM}&theme=dark` },
  { name: 'arabic', width: 1440, height: 900, fragment: `from=2025-10-01&lang=ar&to=2025-10-31` },
  { name: 'phone', width: 390, height: 844, fragment: '' },
]

for (const { name, width, height, fragment } of pictures) {
  test(name, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await pretendGraphicsCard(page)
    await open(page, fragment)
    await mapDrawn(page)
    // The ground fades in after the marks.
    await page.waitForTimeout(4_000)
    await page.screenshot({ path: `tests/browser/pictures/${name}.png` })
  })
}
