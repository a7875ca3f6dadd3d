import { createExpression } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, it } from 'vitest'
import { spreadLine, spreadSpacing } from '../../../src/map/spreadName.ts'

function valueOf(expression: unknown, zoom: number, properties: Record<string, unknown>): number {
  const made = createExpression(expression, 'layers[0].layout.text-letter-spacing')
  if (made.result !== 'success') throw new Error(made.value.map(({ message }) => message).join())
  return made.value.evaluate({ zoom }, { type: 1, properties } as never) as number
}

const spacing = (zoom: number, name: string, width?: number) =>
  valueOf(spreadSpacing(['get', 'name']), zoom, { name, ...(width !== undefined && { width }) })

describe('the name of a division', () => {
  it('is spread the wider the area is, and the closer', () => {
    expect(spacing(6, 'Kharkiv', 1.2)).toBeGreaterThan(spacing(6, 'Kharkiv', 1))
    expect(spacing(7, 'Kharkiv', 0.9)).toBeGreaterThan(spacing(6, 'Kharkiv', 0.9))
    expect(spacing(6, 'Dnipropetrovsk', 2)).toBeLessThan(spacing(6, 'Homs', 2))
  })

  it('stays one name, however large or small the area', () => {
    expect(spacing(9, 'Homs', 40)).toBe(0.5)
    expect(spacing(5, 'Homs', 0)).toBe(0.1)
    expect(spacing(5, 'Homs')).toBe(0.1)
  })

  it('takes half of the width, where that is neither too little nor too much for it', () => {
    // 2 degrees at zoom 6 are 182 pixels, and letters 10.75 pixels.
    expect(('Kharkiv'.length * (0.6 + spacing(6, 'Kharkiv', 2)) * 10.75) / 182).toBeCloseTo(0.5, 1)
    expect(valueOf(spreadLine, 6, { width: 2 })).toBeCloseTo(91 / 10.75, 1)
    expect(valueOf(spreadLine, 6, { width: 0.1 })).toBe(7)
    expect(valueOf(spreadLine, 9, { width: 40 })).toBe(14)
  })
})
