import type { BasemapTexts } from '../en/basemaps.ts'

export const basemaps: BasemapTexts = {
  button: 'Fond de carte',
  title: 'Quelle carte placer sous les incidents ?',
  builtIn: 'Carte intégrée',
  builtInAbout:
    'Vient tout entière de l’hôte de cette page. Aucune requête ne révèle quel lieu vous regardez.',
  packs: 'Carte intégrée : plus de détails près des lieux que je regarde',
  packsAbout:
    'De près, un fichier du pays au milieu de la vue est chargé, une seule fois : l’hôte de cette page apprend quel est ce pays. Désactivé : rien n’est demandé. Retenu sur cet appareil.',
  offered: {
    openfreemap: ['OpenFreeMap', 'Rues, villages et noms, d’après OpenStreetMap.'],
    'satellite-of-the-day': [
      'Image satellite du jour',
      'Les images quotidiennes de la NASA : fumées, feux, crues, neige. Les nuages cachent le sol ; les maisons ne se voient pas.',
    ],
    'sentinel-2': [
      'Sentinel-2 sans nuages',
      'Images satellite de toute une année, sans nuages, 10 m par pixel.',
    ],
  },
  version: 'Version',
  versions: {
    plain: 'Sobre, claire ou sombre comme la page',
    liberty: 'En couleurs',
    daily: 'Chaque jour, environ 250 m par pixel',
    '30m': '30 m par pixel, les jours de passage',
  },
  learns: {
    area: (host) =>
      `La page interrogerait ${host}, qui connaîtrait alors votre adresse réseau et la zone que vous regardez.`,
    day: (host) =>
      `La page interrogerait ${host}, qui connaîtrait alors votre adresse réseau, la zone que vous regardez et le jour.`,
    whole: (host) =>
      `La page chargerait un fichier depuis ${host}, qui connaîtrait alors votre adresse réseau, mais pas la zone que vous regardez.`,
    ownArea: (host) =>
      `Elle vient par morceaux de ${host}, l’hôte de cette page, qui sait alors quelle zone vous regardez.`,
    ownWhole: (host) =>
      `Elle vient tout entière de ${host}, l’hôte de cette page. Aucune requête ne révèle la zone que vous regardez.`,
  },
  acknowledgement: 'Remerciement',
  licence: 'Licence',
  remember: 'Le retenir sur cet appareil',
  load: (host) => `Charger depuis ${host}`,
  show: 'Afficher cette carte',
  notOffered: (id) => `Le lien demande la carte « ${id} », que ce site ne propose pas.`,
  day: 'Jour de l’image satellite',
  before: 'Avant',
  after: 'Après',
  previousDay: 'Jour précédent',
  nextDay: 'Jour suivant',
  compare: 'Avant et après',
  reasons: {
    incident: 'Jour de l’incident ouvert',
    filter: 'Dernier jour de la période filtrée',
    dataset: 'Dernier jour du jeu de données',
    chosen: 'Jour choisi ici',
    first: 'Les images commencent ce jour-là',
  },
  follow: 'Reprendre le jour de l’incident ou du filtre',
  divider: 'Séparation entre avant et après',
  dividerAt: (share, before, after) => `${share} avant (${before}), le reste après (${after})`,
  slow: (host) => `${host} tarde à répondre.`,
  failed: (host) => `${host} ne répond pas, ou refuse. Là où sa carte manque, la carte intégrée s’affiche.`,
  missing: 'Cette carte n’a rien pour la zone affichée.',
  missingDay: (day) => `Aucune image du ${day} pour la zone affichée.`,
  retry: 'Réessayer',
}
