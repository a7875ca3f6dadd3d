import type { BrowserContext, Page } from '@playwright/test'

/** Has pages that are opened from now on take the machine for one with a graphics card, so that they draw the relief. */
export async function pretendGraphicsCard(pages: Page | BrowserContext): Promise<void> {
  await pages.addInitScript(() => {
    const UNMASKED_RENDERER_WEBGL = 0x9246
    WebGL2RenderingContext.prototype.getParameter = new Proxy(WebGL2RenderingContext.prototype.getParameter, {
      apply: (ask, context: WebGL2RenderingContext, [name]: [name: number]): unknown =>
        name === UNMASKED_RENDERER_WEBGL ? 'A graphics card' : Reflect.apply(ask, context, [name]),
    })
  })
}
