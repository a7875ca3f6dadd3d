import type { Messages } from '../en/en.ts'

export const filters: Messages['filters'] = {}
