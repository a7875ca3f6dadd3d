import { flagCodes, type FlagCode } from '../../query/importReport.ts'

/** A set of flags as a number: bit i stands for `flagCodes[i]`. */
export type FlagBits = number

export function bitOf(flag: FlagCode): FlagBits {
  return 1 << flagCodes.indexOf(flag)
}

export function bitsOf(flags: readonly FlagCode[]): FlagBits {
  let bits = 0
  for (const flag of flags) bits |= bitOf(flag)
  return bits
}

export function flagsIn(bits: FlagBits): FlagCode[] {
  return bits === 0 ? [] : flagCodes.filter((_, i) => bits & (1 << i))
}
