import type { FlagCode } from '../query/importReport.ts'

/** The tag of incidents with a flag, as the import gives it. */
export function checkTag(code: FlagCode): string {
  return `check: ${code}`
}
