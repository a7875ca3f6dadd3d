import { expect, it } from 'vitest'
import { typeColours } from '../../../src/ui/typeColours.ts'

/** Chroma of a colour in OKLab (Ottosson 2020): 0 for grey, about 0.3 for the most vivid colours of sRGB. */
function chroma(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  const l = Math.cbrt(0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b)
  const m = Math.cbrt(0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b)
  const s = Math.cbrt(0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b)
  return Math.hypot(
    1.977_998_495_1 * l - 2.428_592_205 * m + 0.450_593_709_9 * s,
    0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766 * s,
  )
}

it('makes strategic developments quieter than any violence, and battles the most vivid', () => {
  const { battles, 'strategic-developments': quiet, 'not-stated': grey, ...others } = typeColours
  for (const loud of [battles, ...Object.values(others)])
    expect(chroma(quiet)).toBeLessThan(0.75 * chroma(loud))
  for (const other of Object.values(others)) expect(chroma(battles)).toBeGreaterThan(chroma(other))
  expect(chroma(quiet)).toBeGreaterThan(3 * chroma(grey))
})
