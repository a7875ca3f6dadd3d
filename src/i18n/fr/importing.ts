import type { ImportingTexts } from '../en/importing.ts'
import { formatNumber, plural } from '../plural.ts'

const rows = (n: number) => plural('fr', n, { one: '# ligne', other: '# lignes' })
const records = (n: number) => plural('fr', n, { one: '# fiche', other: '# fiches' })
const number = (n: number) => formatNumber('fr', n)

export const importing: ImportingTexts = {
  title: 'Ouvrir votre fichier',
  promise: 'Il est lu dans ce navigateur. Rien n’en est envoyé nulle part.',
  overlayTitle: 'Déposez pour le lire ici',
  overlayText: 'Rien n’est téléversé. Vous voyez d’abord ce qui y a été trouvé.',
  choose: 'Choisir des fichiers',
  otherWays:
    'Ou déposez des fichiers n’importe où sur cette page, ou collez des cellules copiées d’un tableur.',
  formats:
    'Tableaux (CSV, TSV, XLSX, Parquet), données de carte (GeoJSON, KML, KMZ), JSON et JSON Lines ; aussi dans ZIP et gzip. Les exports d’ACLED, UCDP, GDELT, TimeMap, GeoConfirmed, KoboToolbox, My Maps et d’autres sont reconnus, comme les fiches en YAML et les jeux de données publiés par ce programme.',
  paste: 'Coller un tableau',
  pasteHint:
    'Des cellules copiées d’un tableur, du CSV, du JSON ou du GeoJSON, avec une première ligne qui nomme les colonnes.',
  readPasted: 'Lire',
  addressesLink: 'Lesquelles de ces publications sont déjà ici ?',

  reading: 'Lecture',
  checking: 'Vérification des fiches',
  readOf: (done, total) => `${done} sur ${total}`,
  recordsSoFar: (n) => `${records(n)} jusqu’ici`,
  failedTitle: 'Les fichiers n’ont pas pu être lus',
  failedOffline:
    'Cet appareil est hors ligne, et ce qui lit les fichiers n’a pas encore été chargé. Réessayez une fois en ligne.',
  failedText:
    'La mémoire de ce navigateur n’y suffit peut-être pas. Essayez un fichier plus petit, ou avec les seules colonnes utiles.',

  report: 'Ce qui a été trouvé',
  kilobytes: (n) => `${n}\u00A0ko`,
  megabytes: (n) => `${n}\u00A0Mo`,
  account: (n, parts) => `${rows(n)} : ${parts}`,
  accepted: (n) => plural('fr', n, { one: '# acceptée', other: '# acceptées' }),
  rejected: (n) => plural('fr', n, { one: '# rejetée', other: '# rejetées' }),
  leftOut: (n) => plural('fr', n, { one: '# laissée de côté', other: '# laissées de côté' }),
  otherRows: {
    header: (n) => `${number(n)} d’en-tête`,
    hxl: (n) => `${number(n)} de balises HXL`,
    preamble: (n) => `${number(n)} avant le tableau`,
    blank: (n) => plural('fr', n, { one: '# vide', other: '# vides' }),
    comment: (n) => `${number(n)} de commentaire`,
    footer: (n) => `${number(n)} après le tableau`,
    structure: (n) => `${number(n)} de structure`,
    refused: (n) => plural('fr', n, { one: '# illisible', other: '# illisibles' }),
  },
  otherKind: (n) => plural('fr', n, { one: '# autre', other: '# autres' }),
  warning: (n, what) => `${number(n)} × ${what}`,
  inLines: (lines, n) => plural('fr', n, { one: `ligne ${lines}`, other: `lignes ${lines}` }),
  irregularity: 'une irrégularité',
  recognized: (name) => `Reconnu : ${name}`,
  recognizedBy: (columns) => `d’après les colonnes ${columns}`,
  byColumns: 'Lu d’après ses colonnes',
  incidentsOf: (n, ofRecords) =>
    `${plural('fr', n, { one: '# incident', other: '# incidents' })} tirés de ${records(ofRecords)}`,
  skipped: 'Ce tableau est laissé de côté.',
  readAnyway: 'Le lire d’après ses colonnes',

  orderTitle: 'Qu’est-ce qui vient en premier dans une date comme 02/03/2024 ?',
  orderText:
    'Les dates de ce tableau ne le disent pas. Tant que vous n’avez pas choisi, ces fiches ne peuvent être lues.',
  order: { 'day-first': 'Le jour : 2 mars', 'month-first': 'Le mois : 3 février' },

  rejectedTitle: (n) =>
    plural('fr', n, {
      one: '# fiche n’a pas pu être acceptée',
      other: '# fiches n’ont pas pu être acceptées',
    }),
  rejectedHint:
    'Enregistrez-les, corrigez-les dans un tableur et déposez le fichier ici : elles rejoindront les autres.',
  saveRejected: 'Enregistrer les lignes rejetées',
  examples: 'Exemples',
  line: 'Ligne',
  column: 'Colonne',
  value: 'Valeur',
  noColumn: 'ligne entière',
  emptyValue: 'vide',

  flagsTitle: 'Acceptées, mais douteuses',
  flagsHint: 'Rien n’a été modifié. Chacune peut ensuite être montrée sur la carte.',
  showFlagged: 'Les montrer',
  correct: {
    'position-exchanged': 'Échanger latitude et longitude dans ce tableau',
    'null-island': 'Lire 0, 0 comme « non indiqué » dans ce tableau',
  },

  mapping: 'Les colonnes et ce qu’elles contiennent',
  mappingHint: 'Corrigez ce qui a été mal deviné ; le fichier est aussitôt relu.',
  firstValues: 'Premières valeurs',
  holds: 'Contient',
  nothing: 'Rien : gardé dans la fiche seulement',
  why: 'Pourquoi',
  sure: (percent) => `sûr à ${percent}`,
  fieldOf: (column) => `Ce que contient la colonne ${column}`,
  unnamedColumn: (n) => `Colonne ${number(n)}`,
  allColumns: (n) => `Montrer les ${number(n)} colonnes`,
  remember: 'S’en souvenir pour les tableaux aux mêmes colonnes',
  options: 'Comment il est lu',
  readAs: 'Lire comme',
  language: 'Langue de ses textes',
  dayOrder: 'Ordre dans les dates',
  fromDates: 'Selon les dates',
  skip: 'Laisser ce tableau de côté',
  terms: 'Conditions d’utilisation de l’éditeur\u00A0:',

  addTitle: 'Des fichiers sont déjà ouverts',
  addFiles: 'Ajouter aux fichiers ouverts',
  replaceFiles: 'Remplacer les fichiers ouverts',
  showWith: 'Montrer',
  alone: 'Vos incidents seuls',
  beside: 'Vos incidents à côté de ceux qui sont publiés',
  closeFiles: 'Fermer ces fichiers',
  moreFiles: 'Ajouter des fichiers',
  show: (n) => plural('fr', n, { one: 'Montrer # incident', other: 'Montrer # incidents' }),
  noneToShow: 'Il n’y a pas encore d’incidents à montrer.',

  barLabel: 'Vos données',
  yourFile: (names) => `Votre fichier ${names}, dans ce navigateur seulement`,
  andMoreFiles: (name, n) => `${name} et ${plural('fr', n, { one: '# autre', other: '# autres' })}`,
  besides: 'à côté des incidents publiés',
  rejectedCount: (n) => plural('fr', n, { one: '# ligne rejetée', other: '# lignes rejetées' }),
  backToPublished: 'Données publiées',
  backToPublishedLong: 'Revenir aux données publiées',
  reportAgain: 'Rapport',
  doubtful: (n) => `Douteuses : ${number(n)}`,
  keep: 'Garder pour la prochaine fois',
  kept: 'Gardé dans ce navigateur',
  keepFailed: 'Ce navigateur n’a pas permis de garder les fichiers.',
  keptTitle: 'Gardés dans ce navigateur',
  keptOn: (day) => `gardé le ${day}`,
  openKept: 'Rouvrir',
  removeKept: 'Supprimer',
  removed: 'Supprimé de ce navigateur',

  missingTitle: 'Ce lien montre un fichier qui n’est pas ici',
  missingText:
    'Il a été fait par quelqu’un qui regardait son propre fichier. Un tel fichier reste dans son navigateur : aucun lien ne le transporte. Ouvrez le fichier vous-même, ou voyez les données publiées.',

  addressesTitle: 'Lesquelles de ces publications sont déjà ici ?',
  addressesText:
    'Collez des adresses de publications et d’articles, une par ligne. Elles sont cherchées dans ce navigateur.',
  addresses: 'Adresses',
  lookUp: 'Les chercher',
  lookingUp: 'Recherche…',
  foundOf: (n, of) =>
    plural('fr', of, {
      one: `${number(n)} adresse trouvée sur #`,
      other: `${number(n)} adresses trouvées sur #`,
    }),
  found: 'Trouvée',
  notFound: 'Absente',
  notAddresses: (n) =>
    plural('fr', n, { one: '# ligne n’est pas une adresse', other: '# lignes ne sont pas des adresses' }),
  copyMissing: 'Copier celles qui sont absentes',
  copyTable: 'Copier le résultat en tableau',
  copied: 'Copié',
  lookUpFailed: 'La recherche a échoué.',

  tag: {
    yours: 'Couche : la vôtre',
    published: 'Couche : publiée',
    check: (flag) => `À vérifier : ${flag}`,
  },
}
