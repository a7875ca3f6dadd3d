import type { Messages } from '../en/en.ts'

export const map: Messages['map'] = {}
