import type { Theme } from '../view/view.ts'
import { lookName, type CellLook } from './cellImage.ts'

/** Images kept: some screens full. */
const MOST = 800

/** Each look drawn once; of too many, `trim` lets go of those not asked for the longest. */
export class CellImages<Image> {
  readonly #draw: (look: CellLook, theme: Theme, density: number) => Image
  readonly #most: number
  /** Least recently asked for first. */
  readonly #kept = new Map<string, Image>()

  constructor(draw: (look: CellLook, theme: Theme, density: number) => Image, most = MOST) {
    this.#draw = draw
    this.#most = most
  }

  /** @param density pixels of the image to one of the look */
  imageOf(look: CellLook, theme: Theme, density: number): Image {
    const name = `${density} ${lookName(look, theme)}`
    const kept = this.#kept.get(name)
    const image = kept ?? this.#draw(look, theme, density)
    if (kept) this.#kept.delete(name)
    this.#kept.set(name, image)
    return image
  }

  /** Lets go of what is too many. @param used how many of the last asked for are shown: none of them goes */
  trim(used: number): void {
    const most = Math.max(this.#most, used)
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= most) return
      this.#kept.delete(oldest)
    }
  }

  clear(): void {
    this.#kept.clear()
  }
}
