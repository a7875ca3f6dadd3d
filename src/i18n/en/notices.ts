/** Texts of notices that few visits need. */
export const notices = {
  fragmentTitle: 'Parts of this link were not understood',
  fragmentText: 'They were left out; everything else applies.',
  fragmentReason: {
    'not-a-day': 'is not a day written YYYY-MM-DD',
    'days-reversed': 'the first day is after the last',
    'not-a-camera': 'is not zoom/latitude/longitude',
    'not-an-area': 'is not west,south,east,north',
    'not-a-range': 'is not a range of whole numbers',
    'not-a-choice': 'is not a list of ids',
    'unknown-value': 'names a value that does not exist',
    'too-long': 'is too long',
    empty: 'is empty',
    'unknown-key': 'is not a part of a link that this page knows',
    'bad-encoding': 'is broken: its percent signs do not spell text',
  },
  repairedTitle: 'This link was damaged on its way, and was repaired',
  repairedAlso: 'It was damaged on its way as well, and was repaired:',
  repairs: {
    encoded: 'It had been percent-encoded over again.',
    entities: 'Its “&” had been written as in HTML.',
    hash: 'Its “#” had been doubled or encoded.',
    plus: 'Its spaces had become “+”.',
    ending: 'Characters behind its end were left out.',
    marks: 'Invisible characters were taken out.',
    breaks: 'Line breaks were taken out.',
    directive: 'The text that it was to highlight was left out.',
  },
  newerText: (updated: string) => `Updated ${updated}. What you see now stays until you load it.`,
  later: 'Later',
  newerPageTitle: 'A newer version of this page was published',
  newerPageText: 'Reload it to go on. What you look at stays.',
  republishedText: 'What you see is the version before it, and some of its files have been replaced.',
  languageMissing: (name: string) => `${name} could not be loaded`,
}

/** Shape of these texts. */
export type NoticeTexts = typeof notices
