import { expect, it } from 'vitest'
import { leftToRight } from '../../../src/map/glyphDirection.ts'

it('draws the glyphs of labels left to right, whatever the direction of the page', () => {
  type Create = Parameters<typeof leftToRight>[0]
  const made = { ctx: { direction: 'inherit' }, buffer: 0 }
  const asked: unknown[] = []
  const create = ((options, padding) => {
    asked.push([options, padding])
    return made as unknown as ReturnType<Create>
  }) satisfies Create
  const options = { fontSize: 24 }
  expect(leftToRight(create)(options, 3)).toBe(made)
  expect(made.ctx.direction).toBe('ltr')
  expect(asked).toEqual([[options, 3]])
})
