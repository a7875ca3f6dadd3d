import type { NoticeTexts } from '../en/notices.ts'

export const notices: NoticeTexts = {
  fragmentTitle: 'Des parties de ce lien n’ont pas été comprises',
  fragmentText: 'Elles ont été écartées ; tout le reste s’applique.',
  fragmentReason: {
    'not-a-day': 'n’est pas un jour écrit AAAA-MM-JJ',
    'days-reversed': 'le premier jour est après le dernier',
    'not-a-camera': 'n’est pas zoom/latitude/longitude',
    'not-an-area': 'n’est pas ouest,sud,est,nord',
    'not-a-range': 'n’est pas un intervalle de nombres entiers',
    'not-a-choice': 'n’est pas une liste d’identifiants',
    'unknown-value': 'nomme une valeur qui n’existe pas',
    'too-long': 'est trop long',
    empty: 'est vide',
    'unknown-key': 'n’est pas une partie de lien connue de cette page',
    'bad-encoding': 'est abîmé : son codage ne donne pas un texte',
  },
  repairedTitle: 'Ce lien avait été abîmé en chemin ; il a été réparé',
  repairedAlso: 'Il avait aussi été abîmé en chemin ; il a été réparé :',
  repairs: {
    encoded: 'Son codage « pourcent » avait été répété.',
    entities: 'Ses « & » avaient été écrits comme en HTML.',
    hash: 'Son « # » avait été doublé ou codé.',
    plus: 'Ses espaces étaient devenus des « + ».',
    ending: 'Des caractères ajoutés à la fin ont été écartés.',
    marks: 'Des caractères invisibles ont été retirés.',
    breaks: 'Des sauts de ligne ont été retirés.',
    directive: 'Le passage à surligner a été écarté.',
  },
  newerText: (updated) =>
    `Mise à jour le ${updated}. Ce que vous voyez reste tel quel jusqu’à son chargement.`,
  later: 'Plus tard',
  newerPageTitle: 'Une version plus récente de cette page a été publiée',
  newerPageText: 'Rechargez-la pour continuer. Ce que vous regardez reste en place.',
  republishedText: 'Vous voyez la version précédente, dont certains fichiers ont été remplacés.',
  languageMissing: (name) => `Langue non chargée : ${name}`,
}
