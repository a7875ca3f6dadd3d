import type { Messages } from '../en/en.ts'

export const timeline: Messages['timeline'] = {}
