import type { Messages } from '../en/en.ts'

export const legend: Messages['legend'] = {
  name: 'المفتاح',
  showOnly: (type) => `إظهار ${type} فقط`,
}
