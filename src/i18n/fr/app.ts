import type { Messages } from '../en/en.ts'

export const app: Messages['app'] = {}
