import type { PrintTexts } from '../en/print.ts'
import { formatNumber } from '../plural.ts'

export const print: PrintTexts = {
  preparing: 'Préparation de l’impression',
  failed: 'Les pages n’ont pas pu être préparées pour l’impression',
  printed: 'Imprimé le',
  noFilters: 'Aucun : tous les incidents du jeu de données',
  firstOf: (n, of) =>
    `Les ${formatNumber('fr', n)} premiers incidents sur ${formatNumber('fr', of)}. Filtrez pour en imprimer d’autres, ou exportez pour les avoir tous.`,
  link: 'Lien vers cette vue',
  bars: (days, highest) =>
    `Incidents dans le temps, ${days}. La barre la plus haute vaut ${highest}. Hachures : date connue seulement à la semaine, au mois ou à l’année.`,
}
