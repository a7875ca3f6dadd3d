import type { Page } from '@playwright/test'
import { article, count, expect, fragmentOf, HAREM, mapDrawn, open, rows, test } from './atlas.ts'

// Pixels are looked at while software draws the map: that takes its time.
test.setTimeout(150_000)

interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** Where the ring of the open incident is drawn, in pixels of the page; null where it is not in sight. */
async function ringOf(page: Page): Promise<Box | null> {
  return page.locator('canvas.map-panel__cells').evaluate((canvas: HTMLCanvasElement) => {
    const { width, height } = canvas
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? []
    const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
    for (let at = 0; at < pixels.length; at += 4) {
      if (pixels[at] !== 0x0b || pixels[at + 1] !== 0x5c || pixels[at + 2] !== 0x8a) continue
      const [x, y] = [(at / 4) % width, Math.floor(at / 4 / width)]
      box.left = Math.min(box.left, x)
      box.right = Math.max(box.right, x)
      box.top = Math.min(box.top, y)
      box.bottom = Math.max(box.bottom, y)
    }
    const scale = devicePixelRatio
    return box.right < 0
      ? null
      : {
          left: box.left / scale,
          right: box.right / scale,
          top: box.top / scale,
          bottom: box.bottom / scale,
        }
  })
}

/** Panels and controls that the ring lies under, by their class. */
async function coveredBy(page: Page, box: Box): Promise<string[]> {
  return page.evaluate(({ left, top, right, bottom }) => {
    const selector =
      '.side-panel, .workspace__timeline, .panel, .top-bar, .legend, .zoom-controls, .map-controls, .phone__foot'
    return [...document.querySelectorAll(selector)]
      .filter((panel) => {
        const over = panel.getBoundingClientRect()
        return over.left < right && over.right > left && over.top < bottom && over.bottom > top
      })
      .map(({ className }) => className)
  }, box)
}

/** The ring stands free, and no longer moves. */
async function expectFreeRing(page: Page): Promise<Box> {
  let last: Box | null = null
  await expect(async () => {
    const before = last
    last = await ringOf(page)
    expect(last).not.toBeNull()
    expect(last).toEqual(before)
    expect(await coveredBy(page, last as unknown as Box)).toEqual([])
  }).toPass({ timeout: 40_000 })
  return last as unknown as Box
}

const middle = ({ left, right, top, bottom }: Box) => ({ x: (left + right) / 2, y: (top + bottom) / 2 })

test.describe('what is opened comes into the free part of the map', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })

  test('from wherever the map was, without an entry of its own in the history', async ({ page }) => {
    await open(page, 'map=9/33.5/36.3')
    await mapDrawn(page)
    await page.locator('.search-box__field').fill('french camp')
    await rows(page).filter({ hasText: 'Clashes at the' }).click()
    await expect(article(page)).toBeVisible()
    await expectFreeRing(page)
    await expect.poll(() => fragmentOf(page)).not.toContain('map=9/33.5/36.3')
    await page.goBack()
    await expect(article(page)).toHaveCount(0)
  })

  test('and stays where a link says that the camera is', async ({ page }) => {
    await open(page, `incident=${HAREM}&map=9/33.5/36.3`)
    await mapDrawn(page)
    await expect(article(page)).toContainText('French camp')
    // The next act is answered after whatever the opening did.
    await page.keyboard.press('Escape')
    await expect(article(page)).toHaveCount(0)
    expect(fragmentOf(page)).toBe('#map=9/33.5/36.3')
  })

  test('and stays where it is seen already', async ({ page }) => {
    await open(page, 'map=6.5/35.2/38.2')
    await mapDrawn(page)
    await page.locator('.search-box__field').fill('french camp')
    await rows(page).filter({ hasText: 'Clashes at the' }).click()
    await expectFreeRing(page)
    expect(fragmentOf(page)).toContain('map=6.5/35.2/38.2')
  })

  test('on a phone, once the map is asked for in place of the incident', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await open(page, `incident=${HAREM}`)
    await page.locator('.phone__back').getByRole('button', { name: 'Map' }).click()
    await expectFreeRing(page)
  })
})

test('a chosen place is framed, and Back returns to where the map was', async ({ page }) => {
  await open(page, 'map=9/33.5/36.3')
  await mapDrawn(page)
  const before = await page.evaluate(() => history.length)
  const places = page.locator('.filter-section').filter({ hasText: 'Place' }).last()
  const head = places.getByRole('button', { name: 'Place', exact: true })
  if ((await head.count()) > 0 && (await head.getAttribute('aria-expanded')) === 'false') await head.click()
  await places.getByRole('textbox').fill('Raqqa')
  await places.getByRole('checkbox', { name: /Raqqa/ }).first().check()
  await expect(count(page)).not.toHaveText('98 of 98 incidents')
  // No camera of its own: the link shows all results, as the map does.
  await expect.poll(() => fragmentOf(page)).toMatch(/^#place=[a-z-]+$/)
  expect(await page.evaluate(() => history.length)).toBe(before + 1)
  await page.goBack()
  await expect(count(page)).toHaveText('98 of 98 incidents')
  expect(fragmentOf(page)).toBe('#map=9/33.5/36.3')
})

test('the ring of the open incident is round the cell that holds it, and the tooltip says so', async ({
  page,
}) => {
  await open(page, `incident=${HAREM}&map=6/35/38`)
  await mapDrawn(page)
  const ring = await expectFreeRing(page)
  const { x, y } = middle(ring)
  await page.mouse.move(x - 3, y)
  await page.mouse.move(x, y)
  const tooltip = page.locator('.map-tooltip')
  await expect(tooltip).toContainText('Holds the open incident')
  const counted = Number.parseInt((await tooltip.textContent()) ?? '', 10)
  expect(counted).toBeGreaterThan(1)
  // Around the disc, not at a bare position within it.
  expect(ring.right - ring.left).toBeGreaterThan(45)
})

test('a tooltip closes when the map moves, and never stands under a panel', async ({ page }) => {
  await open(page, `incident=${HAREM}&map=7/36.2/37.3`)
  await mapDrawn(page)
  const { x, y } = middle(await expectFreeRing(page))
  const tooltip = page.locator('.map-tooltip')
  const point = async () => {
    await page.mouse.move(x - 3, y)
    await page.mouse.move(x, y)
    await expect(tooltip).toBeVisible()
  }
  await point()
  await page.mouse.wheel(0, -200)
  await expect(tooltip).toHaveCount(0)
  await open(page, `incident=${HAREM}&map=7/35.1/37.9`)
  const edge = middle(await expectFreeRing(page))
  await page.mouse.move(edge.x - 3, edge.y)
  await page.mouse.move(edge.x, edge.y)
  await expect(tooltip).toBeVisible()
  const box = await tooltip.boundingBox()
  if (!box) throw new Error('no tooltip')
  const covered = { left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height }
  const panels = (await coveredBy(page, covered)).filter((name) => /panel|top-bar/.test(name))
  expect(panels).toEqual([])
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('a tap on a cell opens the list of it', async ({ page }) => {
    await open(page, 'map=6/35/38.2')
    await mapDrawn(page)
    const selectedCell = page.locator('.list-head')
    await expect(async () => {
      const cell = await largestCell(page)
      await page.touchscreen.tap(cell.x, cell.y)
      await expect(selectedCell).toBeVisible({ timeout: 1_500 })
    }).toPass()
    const told = Number.parseInt((await selectedCell.textContent()) ?? '', 10)
    expect(told).toBeGreaterThan(1)
    await expect(rows(page).first()).toBeVisible()
    await expect(page.locator('.incident-row').first()).toHaveAttribute('aria-setsize', String(told))
    await expect(page.locator('.map-tooltip')).toHaveCount(0)
    expect(fragmentOf(page)).toContain('map=6/35/38.2')
  })
})

/** The middle of the largest disc: the pixel furthest from any ground that shows through the canvas. */
async function largestCell(page: Page): Promise<{ x: number; y: number }> {
  return page.locator('canvas.map-panel__cells').evaluate((canvas: HTMLCanvasElement) => {
    const { width, height } = canvas
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? []
    const isDrawn = (x: number, y: number) => (pixels[4 * (y * width + x) + 3] ?? 0) > 0
    let best = { x: 0, y: 0, size: 0 }
    for (let y = 60; y < height - 200; y += 2) {
      let run = 0
      for (let x = 0; x < width; x += 1) {
        run = isDrawn(x, y) ? run + 1 : 0
        if (run > best.size) best = { x: x - run / 2, y, size: run }
      }
    }
    return { x: best.x / devicePixelRatio, y: best.y / devicePixelRatio }
  })
}

test('brackets of Arabic labels face inwards', async ({ page }) => {
  // Looks at each bracket that is drawn for a label: which way it is bent.
  await page.addInitScript(() => {
    const bends: Record<string, number[]> = {}
    Object.assign(window, { bends })
    const { prototype } = OffscreenCanvasRenderingContext2D
    prototype.fillText = new Proxy(prototype.fillText, {
      apply(draw, context: OffscreenCanvasRenderingContext2D, given: [string, number, number]) {
        Reflect.apply(draw, context, given)
        if (!/^[()]$/.test(given[0])) return
        const { width, height } = context.canvas
        const { data } = context.getImageData(0, 0, width, height)
        const lines: number[] = []
        for (let y = 0; y < height; y += 1) {
          let [ink, sum] = [0, 0]
          for (let x = 0; x < width; x += 1) {
            const alpha = data[4 * (y * width + x) + 3] ?? 0
            ink += alpha
            sum += alpha * x
          }
          if (ink > 0) lines.push(sum / ink)
        }
        const [ends, waist] = [((lines[0] ?? 0) + (lines.at(-1) ?? 0)) / 2, lines[lines.length >> 1] ?? 0]
        ;(bends[given[0]] ??= []).push(waist - ends)
      },
    })
  })
  await open(page, 'lang=ar&map=10/36.89/38.35')
  await mapDrawn(page)
  const bends = () => page.evaluate(() => (window as unknown as { bends: Record<string, number[]> }).bends)
  await expect.poll(async () => Object.keys(await bends()).length).toBe(2)
  const { '(': opening = [], ')': closing = [] } = await bends()
  for (const bend of opening) expect(bend).toBeLessThan(-1)
  for (const bend of closing) expect(bend).toBeGreaterThan(1)
})

test('the legend shows every sign with its picture', async ({ page }) => {
  await open(page, 'map=6/35/38')
  await mapDrawn(page)
  await page.locator('.legend summary').click()
  const names = () =>
    page.locator('.legend__picture').evaluateAll((all) => all.map((each) => each.dataset['sign']))
  await expect.poll(names).toContain('hatching')
  const everywhere = ['openRing', 'pointedRing', 'halo', 'related', 'area', 'disputedBorder', 'hatching']
  expect(await names()).toEqual(['cell', 'dashedCell', 'hollow', 'disputed', ...everywhere])
  await page.getByRole('combobox', { name: 'Draw' }).selectOption('points')
  await expect.poll(names).toEqual(['several', 'crowd', 'hollow', 'disputed', ...everywhere])
  await page.getByRole('combobox', { name: 'Draw' }).selectOption('heat')
  await expect.poll(names).toEqual(['heat', ...everywhere])
  for (const sign of await page.locator('.legend__sign').all()) {
    await expect(sign).toHaveText(/\S/)
    const isDrawn = await sign.locator('canvas').evaluate((canvas: HTMLCanvasElement) =>
      canvas
        .getContext('2d')
        ?.getImageData(0, 0, canvas.width, canvas.height)
        .data.some((part) => part > 0),
    )
    expect(isDrawn).toBe(true)
  }
})
