import type { Page } from '@playwright/test'

/**
 * How many pixels of two pictures of the same size differ by more than the shades at the edges of letters, which
 * change with how a browser layers the page.
 * @param page any page of a browser: it reads the pictures
 */
export async function differingPixels(page: Page, before: Buffer, after: Buffer): Promise<number> {
  return page.evaluate(
    async (pictures) => {
      const pixels = async (base64: string) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
        const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
        const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d')
        context?.drawImage(picture, 0, 0)
        return context?.getImageData(0, 0, picture.width, picture.height).data ?? new Uint8ClampedArray()
      }
      const [one = [], other = []] = await Promise.all(pictures.map(pixels))
      let differing = 0
      for (let at = 0; at < one.length; at += 4) {
        if (Math.abs((one[at] ?? 0) - (other[at] ?? 0)) > 60) differing += 1
      }
      return differing
    },
    [before.toString('base64'), after.toString('base64')],
  )
}
