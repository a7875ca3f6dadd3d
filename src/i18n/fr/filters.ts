import type { Messages } from '../en/en.ts'
import { formatNumber, plural } from '../plural.ts'

export const filters: Messages['filters'] = {
  field: {
    days: 'Dates',
    type: 'Type d’événement',
    subtype: 'Sous-type',
    weapon: 'Arme',
    actor: 'Acteur',
    country: 'Pays',
    publisher: 'Source',
    place: 'Lieu',
    status: 'Statut',
    precision: 'Précision du lieu',
    tag: 'Étiquette',
    fatalities: 'Morts',
    text: 'Recherche',
    area: 'Zone',
  },
  search: 'Rechercher des incidents',
  searchPlaceholder: 'Mots, ou adresse d’une source',
  searchHint: 'Chaque mot doit être trouvé. -mot exclut, "deux mots" se suivent.',
  searchPending: (percent) =>
    `Indexation en cours : ${formatNumber('fr', percent)} % des titres et résumés sont déjà cherchés.`,
  searchNamesOnly:
    'Les titres et résumés n’ont pas pu être chargés : seuls les noms d’acteurs, de lieux et de sources sont cherchés.',
  notACommand: (typed) =>
    `Sans effet de commande ici : ${typed.map((each) => `« ${each} »`).join(', ')}. Chaque mot doit être trouvé ; -mot exclut, "deux mots" se suivent.`,
  citesAddress: (n) =>
    n === 0
      ? 'Aucun incident ne cite encore cette adresse.'
      : plural('fr', n, {
          one: '# incident cite cette adresse.',
          other: '# incidents citent cette adresse.',
        }),
  searchWithin: (facet) => `Chercher dans : ${facet}`,
  noneWithin: 'Rien de ce nom.',
  alsoCalled: (alias) => `aussi : ${alias}`,
  only: 'Seul',
  onlyThis: (name) => `Seulement ${name}`,
  exclude: 'Exclure',
  excludeThis: (name) => `Exclure ${name}`,
  excluded: 'exclu',
  showMore: (n) => `Afficher ${formatNumber('fr', n)} de plus`,
  subEventsOf: (type) => `Sous-types de ${type}`,
  addChildren: (n, to) =>
    plural('fr', n, {
      one: `Ajouter l’acteur rattaché à : ${to}`,
      other: `Ajouter les # acteurs rattachés à : ${to}`,
    }),
  within: (place) => `Lieux dans : ${place}`,
  placesWithin: (n) => plural('fr', n, { one: '# lieu', other: '# lieux' }),
  morePlaces: (n, within) => {
    const more = plural('fr', n, { one: '# autre lieu', other: '# autres lieux' })
    return within === null ? more : `${more} dans : ${within}`
  },
  match: 'Incidents qui nomment',
  matchAny: 'l’un d’eux',
  matchAll: 'tous ensemble',
  least: 'Au moins',
  most: 'Au plus',
  notZero: 'Les incidents sans chiffre ne passent pas : non rapporté n’est pas zéro.',
  unnumbered: (n) =>
    plural('fr', n, {
      one: '# autre incident ne donne aucun nombre de morts.',
      other: '# autres incidents ne donnent aucun nombre de morts.',
    }),
  badRange: 'Écrivez des nombres entiers, le plus petit d’abord.',
  areaOfView: 'La vue actuelle',
  drawArea: 'Dessiner un rectangle',
  drawing: 'Tirez sur la carte. Échap annule.',
  byCoordinates: 'Par coordonnées',
  west: 'Ouest',
  south: 'Sud',
  east: 'Est',
  north: 'Nord',
  apply: 'Appliquer',
  badArea:
    'Écrivez des degrés : -180 à 180 pour ouest et est, -90 à 90 pour sud et nord, le sud pas au-dessus du nord.',
  clearOf: (facet) => `Effacer ${facet}`,
  activeFilters: 'Filtres actifs',
  clearAll: 'Tout effacer',
  remove: (filter) => `Retirer : ${filter}`,
  not: (value) => `sans ${value}`,
  allTogether: 'Acteurs : tous ensemble',
  since: (day) => `depuis le ${day}`,
  until: (day) => `jusqu’au ${day}`,
  deathsAtLeast: (n) => `au moins ${plural('fr', n, { one: '# mort', other: '# morts' })}`,
  deathsAtMost: (n) => `au plus ${plural('fr', n, { one: '# mort', other: '# morts' })}`,
  deathsBetween: (min, max) => `${formatNumber('fr', min)}–${formatNumber('fr', max)} morts`,
  searched: (text) => `« ${text} »`,
  withinArea: 'dans une zone',
  unknownId: (id) => `inconnu : ${id}`,
  unknownMeaning: 'Ce jeu de données n’a pas cette valeur ; rien n’y correspond.',
  nothingFound: 'Aucun incident ne passe tous les filtres',
  nothingYet: 'Rien de trouvé jusqu’ici',
  nothingInNames: 'Aucun nom ne correspond',
  relax: 'En retirer un montrerait :',
  without: (field, incidents) => `Sans ${field} : ${incidents}`,
  noneAlone: 'Retirer un seul filtre ne suffit pas.',
}
