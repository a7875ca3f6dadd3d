import type { RecordVocabulary } from '../en/recordVocabulary.ts'

export const recordVocabulary: RecordVocabulary = {
  statusMeaning: {
    reported: 'Signalé ; rien n’indique que des sources indépendantes le corroborent.',
    corroborated: 'Au moins deux sources indépendantes en font état.',
    disputed: 'Les parties se contredisent.',
  },
  role: {
    initiator: 'À l’initiative',
    target: 'Cible',
    party: 'Partie',
    affected: 'Concerné',
    mediator: 'Médiateur',
    claimant: 'Déclarant',
  },
  matter: {
    occurrence: 'si cela s’est produit',
    course: 'le déroulement',
    responsibility: 'qui en est l’auteur',
    motive: 'le motif',
    target: 'qui ou quoi était visé',
    affiliation: 'qui dépend de qui',
    toll: 'le bilan',
    place: 'le lieu',
    time: 'le moment',
  },
  medium: {
    article: 'Article',
    broadcast: 'Émission',
    print: 'Imprimé',
    post: 'Publication en ligne',
    recording: 'Enregistrement',
    statement: 'Communiqué',
  },
  stance: { asserts: 'Affirme', denies: 'Dément', disputes: 'Conteste' },
  precisionMeaning: {
    site: 'Le site lui-même est connu.',
    town: 'Connu à la localité près ; le repère est en son centre.',
    district: 'Connu seulement au district ou aux environs ; le repère vaut pour une zone.',
    region: 'Connu seulement à la région ; le repère vaut pour une zone.',
    country: 'Connu seulement au pays ; il n’est pas dessiné comme un point.',
    'not-stated': 'La précision de la position n’est pas indiquée.',
  },
  timeMeaning: {
    hour: 'L’heure a été rapportée.',
    day: 'Connu au jour près.',
    week: 'Connu seulement à la semaine.',
    month: 'Connu seulement au mois.',
    year: 'Connu seulement à l’année.',
  },
}
