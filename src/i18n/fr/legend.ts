import type { Messages } from '../en/en.ts'

export const legend: Messages['legend'] = {
  name: 'Légende',
  showOnly: (type) => `Montrer seulement ${type}`,
}
