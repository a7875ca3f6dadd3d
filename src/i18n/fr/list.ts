import type { Messages } from '../en/en.ts'
import { plural } from '../plural.ts'

export const list: Messages['list'] = {
  name: 'Incidents',
  order: 'Ordre',
  orders: {
    newest: 'Plus récents d’abord',
    oldest: 'Plus anciens d’abord',
    deadliest: 'Plus meurtriers d’abord',
  },
  loadingRow: 'Chargement',
  empty: 'Aucun incident.',
  ofCell: (n, place) => `${plural('fr', n, { one: '# incident', other: '# incidents' })} à ${place}`,
  hereTogether: (n) =>
    plural('fr', n, { one: '# incident à cet endroit', other: '# incidents à cet endroit' }),
  wholeList: 'Revenir à toute la liste',
  yours: 'À vous',
  titlePending: 'Le titre se charge',
  week: (days) => `semaine du ${days}`,
}
