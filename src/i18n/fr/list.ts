import type { Messages } from '../en/en.ts'

export const list: Messages['list'] = {}
