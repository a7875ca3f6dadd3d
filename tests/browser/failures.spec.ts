import type { Page } from '@playwright/test'
import { count, expect, mapDrawn, open, rows, test, article, HAREM, fragmentOf } from './atlas.ts'

test.describe('data that cannot be had', () => {
  test('missing: says so, and loads when tried again', async ({ page }) => {
    await page.route('**/manifest.json', (route) => route.fulfill({ status: 404 }), { times: 1 })
    await page.goto('/')
    await expect(page.getByRole('alert')).toContainText('no data at this address')
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(count(page)).toHaveText('98 of 98 incidents')
  })

  test('altered: the checksum tells', async ({ page }) => {
    await page.route('**/columns.arrow.gz*', async (route) => {
      const response = await route.fetch()
      const body = await response.body()
      body.writeUInt8((body.readUInt8(body.length - 20) + 1) % 256, body.length - 20)
      await route.fulfill({ response, body })
    })
    await page.goto('/')
    await expect(page.getByRole('alert')).toContainText(/checksum|in part/)
  })

  test('truncated: says so', async ({ page }) => {
    await page.route('**/columns.arrow.gz*', async (route) => {
      const response = await route.fetch()
      const { 'content-length': _, ...headers } = response.headers()
      await route.fulfill({ status: 200, headers, body: (await response.body()).subarray(0, 3_000) })
    })
    await page.goto('/')
    // A host that unpacks files on the way hides how many bytes came: then the checksum tells.
    await expect(page.getByRole('alert')).toContainText(/only in part|checksum differs/)
  })

  test('a page of HTML in its place is not taken for data', async ({ page }) => {
    await page.route('**/manifest.json', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><p>hello' }),
    )
    await page.goto('/')
    await expect(page.getByRole('alert')).toContainText('not in the form')
  })

  test('texts missing: everything else works', async ({ page }) => {
    await page.route('**/texts.arrow.gz*', (route) => route.abort())
    await open(page)
    await expect(page.getByText('Titles and text search are missing')).toBeVisible()
    await expect(count(page)).toHaveText('98 of 98 incidents')
    await rows(page).first().click()
    await expect(article(page).getByRole('heading', { level: 2 })).toHaveText(/Uzbek/)
  })

  test('a record that cannot be loaded says so, and is tried again', async ({ page }) => {
    let broken = true
    await page.route('**/pages/*', (route) => (broken ? route.abort() : route.continue()))
    await open(page, `incident=${HAREM}`)
    // The map asks for the record too, once it is there.
    await mapDrawn(page)
    await expect(article(page).getByRole('alert')).toContainText('could not be reached')
    broken = false
    await article(page).getByRole('button', { name: 'Try again' }).click()
    await expect(article(page).getByRole('heading', { level: 2 })).toHaveText(/French camp/)
  })

  test('slow: shows how far it is, and can be cancelled', async ({ page }) => {
    await page.route('**/columns.arrow.gz*', () => {})
    await page.goto('/')
    await expect(page.getByRole('progressbar')).toBeVisible()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await expect(page.getByText('Loading was cancelled')).toBeVisible()
    await page.unroute('**/columns.arrow.gz*')
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(count(page)).toHaveText('98 of 98 incidents')
  })

  test('offline after it is loaded: filters go on working', async ({ page, context }) => {
    // The last that a page asks for by itself: the map's worker and ground, and what comes after the first view.
    const last = [/maplibre-gl-worker/, /basemap\//, /PrintJob-.*\.js/].map((part) =>
      page.waitForResponse(part),
    )
    await open(page)
    for (const response of await Promise.all(last)) await response.finished()
    await page.waitForLoadState('networkidle')
    await context.setOffline(true)
    await page.getByRole('checkbox', { name: /Riots/ }).check()
    await expect(count(page)).toHaveText('4 of 98 incidents')
    await context.setOffline(false)
  })

  test('another host that is not allowed is not asked, and there is a way on', async ({ page }) => {
    await page.goto('/#data=https://elsewhere.example/set')
    await expect(page.getByRole('alert')).toContainText('elsewhere.example')
    await page.getByRole('button', { name: 'Open the data set of this site' }).click()
    await expect(count(page)).toHaveText('98 of 98 incidents')
  })

  /** Ends the worker that holds the data, as from outside: no event tells the page of it. */
  async function killWorker(page: Page): Promise<void> {
    await page.evaluate(() => {
      const { workers } = window as unknown as { workers: Worker[] }
      for (const worker of workers) worker.terminate()
    })
  }

  test.describe('the worker is killed', () => {
    test.beforeEach(async ({ page }) => {
      await page.addInitScript(() => {
        const workers: Worker[] = []
        Object.assign(window, { workers })
        window.Worker = class extends Worker {
          constructor(url: string | URL, options?: WorkerOptions) {
            super(url, options)
            if (String(url).includes('incidentWorker')) workers.push(this)
          }
        }
      })
    })

    test('in use: the page says so and opens the data anew', async ({ page }) => {
      await open(page)
      await killWorker(page)
      await expect(page.getByRole('alert')).toContainText('has stopped')
      await page.getByRole('button', { name: 'Try again' }).click()
      await expect(count(page)).toHaveText('98 of 98 incidents')
    })

    test('while it loads: the same', async ({ page }) => {
      await page.route('**/columns.arrow.gz*', () => {})
      await page.goto('/')
      await expect(page.getByRole('progressbar')).toBeVisible()
      await killWorker(page)
      await expect(page.getByRole('alert')).toContainText('has stopped')
      await page.unroute('**/columns.arrow.gz*')
      await page.getByRole('button', { name: 'Try again' }).click()
      await expect(count(page)).toHaveText('98 of 98 incidents')
    })
  })
})

test.describe('a browser that lacks something', () => {
  test('no WebGL: the list takes over, with a message and a way to retry', async ({ page }) => {
    await page.addInitScript(() => {
      const original = HTMLCanvasElement.prototype.getContext
      HTMLCanvasElement.prototype.getContext = function (
        this: HTMLCanvasElement,
        kind: string,
        ...rest: unknown[]
      ) {
        return kind === 'webgl2' ? null : Reflect.apply(original, this, [kind, ...rest])
      } as typeof original
    })
    await open(page)
    await expect(page.getByText('The map cannot be drawn here')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
    await expect(rows(page).first()).toBeVisible()
  })

  test('graphics lost and given back: the map returns', async ({ page }) => {
    await open(page)
    await expect(page.locator('.scale-bar')).toBeVisible()
    await page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('canvas.maplibregl-canvas')
      const lose = canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')
      Object.assign(window, { lose })
      lose?.loseContext()
    })
    await expect(page.getByText('graphics were lost')).toBeVisible()
    await page.evaluate(() =>
      (window as unknown as { lose: { restoreContext(): void } }).lose.restoreContext(),
    )
    await expect(page.getByText('graphics were lost')).toHaveCount(0)
    await expect(page.locator('canvas.maplibregl-canvas')).toBeVisible()
  })

  test('no storage: the page works the same', async ({ page }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
      Storage.prototype.getItem = () => {
        throw new DOMException('closed', 'SecurityError')
      }
    })
    await open(page)
    await page.getByRole('button', { name: 'Explore' }).click()
    await expect(count(page)).toHaveText('98 of 98 incidents')
  })

  test('the map cannot be loaded: the other panels go on', async ({ page, watch }) => {
    await page.route('**/MapPanel-*.js', (route) => route.abort())
    await open(page)
    await expect(page.getByText('Map: this part has stopped')).toBeVisible()
    await page.getByRole('checkbox', { name: /Riots/ }).check()
    await expect(count(page)).toHaveText('4 of 98 incidents')
    await page.unroute('**/MapPanel-*.js')
    watch.errors.length = 0
  })

  test('the ground cannot be loaded: incidents are drawn all the same', async ({ page, watch }) => {
    await page.route('**/ground.pmtiles', (route) => route.abort())
    await open(page)
    await expect(page.getByText('The ground of the map could not be loaded')).toBeVisible()
    watch.errors.length = 0
  })
})

test.describe('forged links', () => {
  for (const fragment of [
    'map=abc/def/ghi',
    'map=999/999/999&from=0000-00-00',
    'lat=abc',
    '%%%&&==',
    'type=war,battles&actor=%E0%A4%A',
    'bbox=a,b,c,d&fatalities=x-y',
    `incident=${'x'.repeat(3_000)}`,
    '__proto__=1&constructor=x',
    '<img src=x onerror=alert(1)>',
  ]) {
    test(fragment.slice(0, 40), async ({ page }) => {
      await open(page, fragment)
      await expect(page.getByText('Parts of this link were not understood')).toBeVisible()
      await expect(page.locator('.result-count').first()).toHaveText(/of 98 incidents/)
    })
  }

  test('the good parts apply', async ({ page }) => {
    await open(page, 'map=abc&type=riots')
    await expect(count(page)).toHaveText('4 of 98 incidents')
    await expect.poll(() => fragmentOf(page)).toContain('type=riots')
  })

  test('an actor that the data set lacks is named, not silently empty', async ({ page }) => {
    await open(page, 'actor=who-is-this')
    await expect(page.locator('.chip--unknown')).toContainText('unknown: who-is-this')
    await expect(page.getByRole('button', { name: 'Without Actor: 98 incidents' })).toBeVisible()
  })
})
