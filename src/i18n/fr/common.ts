import type { Messages } from '../en/en.ts'
import { formatNumber, plural } from '../plural.ts'

export const common: Messages['common'] = {
  appName: 'Incident Atlas',
  close: 'Fermer',
  clear: 'Effacer',
  cancel: 'Annuler',
  retry: 'Réessayer',
  reloadPage: 'Recharger la page',
  loading: 'Chargement…',
  incidents: (n) => plural('fr', n, { one: '# incident', many: '# d’incidents', other: '# incidents' }),
  sources: (n) => plural('fr', n, { one: '# source', many: '# de sources', other: '# sources' }),
  nOfIncidents: (n, of) =>
    `${formatNumber('fr', n)} sur ${plural('fr', of, { one: '# incident', many: '# d’incidents', other: '# incidents' })}`,
  foundSoFar: (n) =>
    `Indexation en cours : ${plural('fr', n, { one: '# trouvé', other: '# trouvés' })} jusqu’ici`,
  inLanguage: (language) => `en ${language}`,
  placeNotNamed: 'Lieu non nommé',
  noTitle: 'Sans titre',
  fatalities: (min, max) =>
    max === null
      ? `au moins ${plural('fr', min, { one: '# mort', other: '# morts' })}`
      : min === max
        ? plural('fr', min, { one: '# mort', other: '# morts' })
        : `${formatNumber('fr', min)}–${plural('fr', max, { one: '# mort', other: '# morts' })}`,
  deathsWithoutNumber: {
    'not-reported': 'morts non rapportés',
    'none-confirmed': 'aucun mort confirmé',
    'killed-or-wounded': 'morts ou blessés, sans distinction',
    some: 'des morts, sans chiffre',
    'by-group': 'morts par groupe, sans total',
    contested: 'aucun bilan confirmé',
    'none-or-unknown': 'aucun mort rapporté, ou inconnu',
  },
  tollStanding: {
    'one-claimant': 'selon un seul',
    'several-claimants': 'selon plusieurs',
    contested: 'contesté',
  },
}
