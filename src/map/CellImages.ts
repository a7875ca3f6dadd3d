import type { Theme } from '../view/view.ts'
import { lookName, type CellLook } from './cellImage.ts'

/** Images that are kept: enough for several full screens. */
const MOST = 800

/**
 * A cache of cell images: each look is drawn once per theme and density. `trim` drops the images that have not
 * been used for the longest time.
 */
export class CellImages<Image> {
  readonly #draw: (look: CellLook, theme: Theme, density: number) => Image
  readonly #most: number
  /** In order of last use, oldest first. */
  readonly #kept = new Map<string, Image>()

  constructor(draw: (look: CellLook, theme: Theme, density: number) => Image, most = MOST) {
    this.#draw = draw
    this.#most = most
  }

  /** @param density image pixels per CSS pixel */
  imageOf(look: CellLook, theme: Theme, density: number): Image {
    const name = `${density} ${lookName(look, theme)}`
    const kept = this.#kept.get(name)
    const image = kept ?? this.#draw(look, theme, density)
    if (kept) this.#kept.delete(name)
    this.#kept.set(name, image)
    return image
  }

  /**
   * Drops the images above the limit, least recently used first.
   * @param used number of the most recently used images that are on screen; these are always kept
   */
  trim(used: number): void {
    const most = Math.max(this.#most, used)
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= most) return
      this.#kept.delete(oldest)
    }
  }

  /** Drops every image. */
  clear(): void {
    this.#kept.clear()
  }
}
