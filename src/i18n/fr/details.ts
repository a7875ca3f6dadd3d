import type { Messages } from '../en/en.ts'

export const details: Messages['details'] = {}
