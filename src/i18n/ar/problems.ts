import type { Messages } from '../en/en.ts'

export const problems: Messages['problems'] = {}
