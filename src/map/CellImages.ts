import type { Theme } from '../view/view.ts'
import { lookName, type CellLook } from './cellImage.ts'

/** Images kept: some screens full. */
const MOST = 800

/** Each look drawn once; of too many, those not asked for the longest are let go of. */
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
    if (this.#kept.size > this.#most) {
      for (const oldest of this.#kept.keys()) {
        this.#kept.delete(oldest)
        break
      }
    }
    return image
  }

  clear(): void {
    this.#kept.clear()
  }
}
