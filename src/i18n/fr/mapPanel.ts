import type { MapTexts } from '../en/mapPanel.ts'
import { formatNumber, plural } from '../plural.ts'

export const mapPanel: MapTexts = {
  name: 'Carte des incidents. Les flèches la déplacent, plus et moins zooment. La liste a les mêmes incidents.',
  zoomIn: 'Zoomer',
  zoomOut: 'Dézoomer',
  fit: 'Montrer tous les résultats',
  level: 'Nord en haut',
  draw: 'Dessiner en',
  modes: { cells: 'Cellules', points: 'Points', heat: 'Chaleur' },
  signs: {
    cell: 'Nombre et surface : combien d’incidents. Anneau : part des types',
    dashedCell: 'Bord en tirets : tous connus seulement à une zone près',
    several: 'Disque partagé : plusieurs incidents en un point',
    crowd: 'Petits et pâles : nombreux et rapprochés',
    heat: 'Du moins au plus dans la vue',
    hollow: 'Creux : connu seulement à une zone près',
    disputed: 'Point partagé : contesté',
    own: 'Trait brun autour : vos propres incidents, selon leur part',
    openRing: 'Anneau épais : l’incident ouvert, ou la cellule qui le contient',
    pointedRing: 'Anneau fin : désigné dans la liste',
    halo: 'Cercle en tirets : où l’incident ouvert a pu avoir lieu',
    related: 'Ligne pointillée : vers un incident lié',
    area: 'Rectangle en tirets : la zone filtrée',
    disputedBorder: 'Frontière en tirets : contestée',
    hatching: 'Barres hachurées : date connue seulement à la semaine, au mois ou à l’année',
  },
  holdsOpen: 'Contient l’incident ouvert',
  openList: 'Cliquez pour les lister',
  zoomInto: 'Cliquez pour zoomer',
  countriesOnly: (n, countries) =>
    `${plural('fr', n, { one: '# incident connu', other: '# incidents connus' })} seulement au pays, dans ${formatNumber('fr', countries)} pays`,
  countryOnly: (n, country) =>
    `${plural('fr', n, { one: '# incident connu', other: '# incidents connus' })} seulement au pays : ${country}`,
  noPosition: (n) => `${plural('fr', n, { one: '# incident', other: '# incidents' })} sans position`,
  noPositionIn: (n, country) =>
    `${plural('fr', n, { one: '# incident', other: '# incidents' })} sans position : ${country}`,
  countryNotKnown: 'pays inconnu',
  credits: 'Crédits',
  creditsText: [
    'Fond : Natural Earth et SRTM (domaine public), © contributeurs d’OpenStreetMap (ODbL ; frontières et villages de près), World Data Bank II d’après GSHHG (LGPL). Noms des villes : GeoNames (CC BY 4.0). Aéroports : OurAirports (domaine public).',
    'Les frontières sont dessinées telles qu’elles sont tenues sur le terrain ; les contestées sont en tirets. Cela ne vaut approbation d’aucune revendication.',
  ],
  basemapFailed: 'Le fond de carte n’a pas pu être chargé. Les incidents sont dessinés malgré tout.',
  noWebglTitle: 'La carte ne peut pas être dessinée ici',
  noWebglText:
    'Ce navigateur ou cet appareil n’a pas WebGL 2. La liste a tous les incidents que la carte montrerait.',
  lostTitle: 'Le graphisme de la carte a été perdu',
  lostText: 'L’appareil l’a repris. La liste continue de fonctionner.',
  kilometres: (n) => `${n} km`,
  metres: (n) => `${n} m`,
  gestures: {
    wheelWith: (key) => `Maintenez ${key} et faites défiler pour zoomer`,
    twoFingers: 'Déplacez la carte avec deux doigts',
  },
}
