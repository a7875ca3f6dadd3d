import type { Messages } from '../en/en.ts'
import { formatNumber, plural } from '../plural.ts'

export const timeline: Messages['timeline'] = {
  firstDay: 'Premier jour',
  lastDay: 'Dernier jour',
  range: 'Intervalle de jours',
  allDays: 'Tous les jours',
  from: 'Du',
  to: 'au',
  dates: 'Dates exactes',
  presets: 'Intervalles prêts, comptés depuis le dernier jour des données',
  preset: { week: '7 jours', month: '30 jours', quarter: '3 mois', year: '1 an', all: 'Tout' },
  badDate: 'Le premier jour ne doit pas suivre le dernier.',
  notADay: 'Saisissez une date complète : jour, mois et année.',
  outsideData: (from, to) => `Les données vont du ${from} au ${to}.`,
  zoomIn: 'Rapprocher le temps',
  zoomOut: 'Éloigner le temps',
  wholeTime: 'Toute la durée',
  earlierHidden: (n) => `${formatNumber('fr', n)} avant`,
  laterHidden: (n) => `${formatNumber('fr', n)} après`,
  play: 'Lire',
  pause: 'Pause',
  stop: 'Arrêter et revenir aux jours choisis',
  playback: 'Lecture',
  speed: 'Vitesse, en pas par seconde',
  stepsPerSecond: (n) => `${formatNumber('fr', n)}/s`,
  mode: 'Type de lecture',
  modes: { window: 'Fenêtre mobile', cumulative: 'Cumulative' },
  loop: 'En boucle',
  controls: 'Dates et lecture',
  histogram: 'Incidents dans le temps',
  perUnit: {
    day: 'par jour',
    week: 'par sem.',
    month: 'par mois',
    quarter: 'par trim.',
    year: 'par an',
  },
  scale: (unit, most) =>
    `Hauteur d’une barre : incidents ${timeline.perUnit[unit]}, de 0 à ${formatNumber('fr', most)}`,
  busiest: (n) =>
    plural('fr', n, {
      one: 'La barre la plus haute :',
      other: 'Les # barres les plus hautes, dans l’ordre du temps :',
    }),
  mayLie: (n) => plural('fr', n, { one: '# peut s’y trouver', other: '# peuvent s’y trouver' }),
  keyHint:
    'Les flèches déplacent d’un jour, avec Maj d’une barre ; Page préc. et Page suiv. d’un mois. Entrée choisit la barre.',
}
