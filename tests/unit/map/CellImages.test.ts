import { describe, expect, it } from 'vitest'
import type { CellLook } from '../../../src/map/cellImage.ts'
import { CellImages } from '../../../src/map/CellImages.ts'
import type { Theme } from '../../../src/view/view.ts'

const look = (type: number): CellLook => ({ kind: 'single', type, hollow: false, disputed: false })

function counted(most?: number) {
  const drawn: string[] = []
  const images = new CellImages((each, theme, density) => {
    const name = `${each.kind === 'single' ? each.type : each.kind} ${theme} ${density}`
    drawn.push(name)
    return { name }
  }, most)
  const ask = (type: number, theme: Theme = 'light', density = 1) =>
    images.imageOf(look(type), theme, density).name
  return { images, drawn, ask }
}

describe('images of cells', () => {
  it('are drawn once for each look, theme and density', () => {
    const { drawn, ask } = counted()
    expect([ask(0), ask(0), ask(0, 'dark'), ask(0, 'light', 2), ask(0)]).toEqual([
      '0 light 1',
      '0 light 1',
      '0 dark 1',
      '0 light 2',
      '0 light 1',
    ])
    expect(drawn).toHaveLength(3)
  })

  it('are dropped above the limit, least recently used first', () => {
    const { images, drawn, ask } = counted(2)
    for (const type of [0, 1, 0, 2]) ask(type)
    images.trim(1)
    for (const type of [0, 2, 1]) ask(type)
    expect(drawn).toEqual(['0 light 1', '1 light 1', '2 light 1', '1 light 1'])
  })

  it('are all kept while they are shown, however many', () => {
    const { images, drawn, ask } = counted(2)
    for (const _ of [1, 2]) {
      for (const type of [0, 1, 2, 3]) ask(type)
      images.trim(4)
    }
    expect(drawn).toHaveLength(4)
  })

  it('are drawn again after a clear', () => {
    const { images, drawn, ask } = counted()
    ask(0)
    images.clear()
    ask(0)
    expect(drawn).toHaveLength(2)
  })
})
