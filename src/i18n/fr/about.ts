import type { AboutTexts } from '../en/about.ts'

export const about: AboutTexts = {
  publisher: 'Publié par',
  licence: 'Licence',
  updated: 'Mise à jour',
  languagesOfSources: 'Langues des sources',
  coverage: 'Couverture',
  citation: 'Pour citer',
  howToRead: 'Comment la lire',
  reading: [
    'Un incident est ce qui a été rapporté : en un lieu et à une date connus plus ou moins précisément, par des sources qui peuvent diverger.',
    'Un repère plein est en un lieu connu. Un repère creux vaut pour une zone : seuls le district ou la région sont connus.',
    'Un disque réunit plusieurs incidents ; le nombre les compte, l’anneau montre leurs types.',
    'Les chiffres de morts et de blessés sont ceux d’un déclarant, en intervalle. « Non rapporté » n’est pas zéro.',
    '« Contesté » : les parties se contredisent sur le fait principal. Ouvrez un incident pour voir qui dit quoi.',
  ],
  keys: 'Touches',
  shortcuts: [
    ['/', 'Rechercher'],
    ['↑ ↓', 'Parcourir la liste ; Entrée ouvre'],
    ['[ ]', 'Incident précédent et suivant dans le temps'],
    ['f l t', 'Ouvrir ou replier les filtres, la liste, la frise'],
    ['Esc', 'Fermer ce qui est au-dessus'],
    ['← → + −', 'Déplacer et zoomer la carte quand elle a le focus'],
  ],
  privacy: 'Vie privée',
  privacyText:
    'La page ne parle qu’à l’hôte qui la sert. Ce que vous regardez est écrit dans l’adresse après #, qui n’est jamais envoyé à un serveur. La carte du monde est chargée en entier.',
  privacyPacks:
    'De près, la page demande à son hôte un fichier du pays au milieu de la vue, une seule fois : l’hôte apprend quel est ce pays, et rien du lieu. « Fond de carte », à côté de la carte, permet de le désactiver ; rien n’est alors demandé. Ce choix n’est retenu que sur cet appareil.',
  privacyBasemaps: (hosts) =>
    `Elle n’interroge l’hôte d’une autre carte que l’intégrée que si vous la choisissez, et le nomme d’abord : ${hosts}. Il connaît alors votre adresse réseau et la zone que vous regardez.`,
}
