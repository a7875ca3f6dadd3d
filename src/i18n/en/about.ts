/** Texts of the About dialog. */
export const about = {
  publisher: 'Published by',
  licence: 'Licence',
  updated: 'Updated',
  languagesOfSources: 'Languages of the sources',
  coverage: 'Coverage',
  citation: 'To cite',
  howToRead: 'How to read it',
  reading: [
    'An incident is what was reported: at a place and on a date, each known more or less exactly, by sources that may disagree.',
    'A filled mark stands at a known place. A hollow one stands for an area: only the district or region is known.',
    'A disc gathers several incidents; the number counts them, and the ring shows their event types.',
    'Figures of dead and wounded are what a claimant gave, as a range. “Not reported” is not zero.',
    '“Disputed” means that the parties contradict each other on the main fact. Open an incident to see who says what.',
  ],
  keys: 'Keys',
  /** Keys, and what they do. */
  shortcuts: [
    ['/', 'Search'],
    ['↑ ↓', 'Walk the list; Enter opens'],
    ['[ ]', 'Previous and next incident in time'],
    ['f l t', 'Open or fold the filters, the list, the timeline'],
    ['Esc', 'Close what is on top'],
    ['← → + −', 'Move and zoom the map when it has the focus'],
  ] as [string, string][],
  privacy: 'Privacy',
  privacyText:
    'The page speaks to the host that serves it and to no other. What you look at stands in the address after #, which is never sent to a server. The map of the world is loaded whole.',
  privacyPacks:
    'Close up, the page asks its host for one file of the country in the middle of the view, once: the host learns which country that is, and nothing of where in it. “Basemap”, beside the map, has a switch for that; when it is off, nothing is asked. The switch is remembered on this device alone.',
  /** @param hosts of the basemaps that the site offers */
  privacyBasemaps: (hosts: string) =>
    `Only if you choose another map than the built-in one does it ask that map’s host, which is named first: ${hosts}. It then learns your network address and which area you look at.`,
}

/** Shape of these texts. */
export type AboutTexts = typeof about
