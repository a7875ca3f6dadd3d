import type { Messages } from '../en/en.ts'

export const problems: Messages['problems'] = {
  cause: {
    unreachable: 'Les données sont inaccessibles : l’hôte ne répond pas, ou cet appareil est hors ligne.',
    missing: 'L’hôte n’a pas de données à cette adresse.',
    truncated: 'Un fichier du jeu de données n’est arrivé qu’en partie.',
    altered: 'Un fichier du jeu de données n’est pas celui qui a été publié : son empreinte diffère.',
    malformed: 'Un fichier du jeu de données n’a pas la forme attendue.',
    unsupported: 'Le jeu de données est publié sous une forme que cette version de la page ne lit pas.',
    refused: 'Cette page ne charge pas de données depuis cet hôte.',
    timeout: 'Aucune réponse n’est arrivée dans le délai prévu. Un nouvel essai peut aider.',
    busy: 'Le serveur a trop à faire en ce moment. Réessayez dans un instant.',
    excessive:
      'Cette demande dépasse ce que le serveur permet en une réponse. Réduisez la période ou les filtres, puis réessayez.',
    incomplete:
      'Une partie des données est inaccessible en ce moment. Sans elle, les totaux seraient trop petits : aucun n’est donc affiché.',
    lost: 'La partie de la page qui tient les données s’est arrêtée.',
    internal: 'La page elle-même a rencontré une erreur.',
  },
  datasetTitle: 'Les incidents n’ont pas pu être chargés',
  datasetEffect: 'La carte, la frise et la liste restent vides d’ici là.',
  refusedTitle: 'Ce lien désigne des données sur un autre hôte',
  refusedText: (host) =>
    `Il demande des données à ${host}. L’éditeur de cette page n’a pas autorisé cet hôte ; rien ne lui a été demandé.`,
  openBundled: 'Ouvrir le jeu de données de ce site',
  textsTitle: 'Les titres et la recherche de texte manquent',
  textsEffect: 'Carte, frise et filtres fonctionnent ; pas les titres, résumés et la recherche de texte.',
  resultTitle: 'Le dernier changement est resté sans réponse',
  resultPartTitle: 'Le dernier changement n’a reçu qu’une réponse partielle',
  resultEffect: {
    before: 'Vous voyez la réponse précédente.',
    partBefore:
      'Les totaux, la frise et la carte sont ceux du changement précédent ; la liste et les nombres des filtres sont plus anciens, ou manquent.',
    part: 'Les totaux, la frise et la carte y répondent ; la liste et les nombres des filtres sont plus anciens, ou manquent.',
    estimates:
      'Les totaux, la frise et la carte en sont des estimations ; la liste et les nombres des filtres sont plus anciens, ou manquent.',
  },
  resultRetried: 'La page réessaie d’elle-même.',
  cancelledTitle: 'Chargement annulé',
  cancelledText: 'Rien n’est affiché car aucune donnée n’a été chargée.',
  panelTitle: (panel) => `${panel} : cette partie s’est arrêtée`,
  panelText: 'Le reste de la page continue de fonctionner.',
  file: 'Fichier',
  detail: 'Détail pour un signalement',
  newerTitle: 'Une version plus récente des données a été publiée',
  showNewer: 'Afficher la version récente',
  codeMissing:
    'Son code n’a pas pu être chargé : cet appareil est hors ligne, ou une version plus récente de la page a été publiée. Rechargez la page ; ce que vous regardez reste en place.',
}
