import type { Language } from '../incidents/vocabulary.ts'

/** What is cited: one incident, as an entry of a data set. Texts are in the reader's language. */
export interface CitedIncident {
  /** Letters and digits of ASCII, dots, hyphens and underscores. */
  id: string
  title: string
  dataset: string
  /** '' where nobody says who publishes it; the citation then names none. */
  publisher: string
  /** Language of the title. */
  language: Language
  /** Day of the last update of the data set, YYYY-MM-DD. */
  updated: string
  /** Day of access, YYYY-MM-DD. */
  accessed: string
  url: string
}

/** Formats of reference managers. */
export const citationFormats = ['bibtex', 'ris', 'csl'] as const
export type CitationFormat = (typeof citationFormats)[number]

/** A file that reference managers import. */
export interface CitationFile {
  /** As its publisher writes it. */
  format: string
  text: string
  extension: string
  type: string
}

/** The citation of an incident in a format. */
export function citationFile(format: CitationFormat, cited: CitedIncident): CitationFile {
  switch (format) {
    case 'bibtex':
      return { format: 'BibTeX', text: bibtexOf(cited), extension: 'bib', type: 'application/x-bibtex' }
    case 'ris':
      return {
        format: 'RIS',
        text: risOf(cited),
        extension: 'ris',
        type: 'application/x-research-info-systems',
      }
    case 'csl':
      return {
        format: 'CSL-JSON',
        text: cslOf(cited),
        extension: 'json',
        type: 'application/vnd.citationstyles.csl+json',
      }
  }
}

/** Names of languages in the packages babel and polyglossia of LaTeX. */
const latexLanguages: Readonly<Record<Language, string>> = { en: 'english', ar: 'arabic', fr: 'french' }

/** An entry of BibTeX, with the fields of biblatex beside the older ones: https://ctan.org/pkg/biblatex. */
function bibtexOf(cited: CitedIncident): string {
  const fields: [name: string, value: string][] = [
    // The second pair of braces keeps capitals, and a publisher's name in one piece.
    ['author', `{${latex(cited.publisher)}}`],
    ['title', `{${latex(cited.title)}}`],
    ['howpublished', latex(cited.dataset)],
    ['publisher', latex(cited.publisher)],
    ['year', cited.updated.slice(0, 4)],
    ['date', cited.updated],
    ['url', cited.url.replaceAll(/[\\{}\s]/g, encodeURIComponent)],
    ['urldate', cited.accessed],
    ['note', latex(`Incident ${cited.id}`)],
    ['langid', latexLanguages[cited.language]],
  ]
  const stated = fields.filter(([name]) => cited.publisher !== '' || !/^(author|publisher)$/.test(name))
  const lines = stated.map(([name, value]) => `  ${name} = {${value}},\n`)
  return `@misc{${cited.id},\n${lines.join('')}}\n`
}

const latexCommands: Readonly<Record<string, string>> = {
  '\\': String.raw`\textbackslash{}`,
  '~': String.raw`\textasciitilde{}`,
  '^': String.raw`\textasciicircum{}`,
}

/** The text with the characters escaped that LaTeX does not print as they are. */
function latex(text: string): string {
  return oneLine(text).replaceAll(/[\\{}$&#%_~^]/g, (sign) => latexCommands[sign] ?? `\\${sign}`)
}

/** A record of RIS: lines of a tag and a value, ended by CRLF: https://en.wikipedia.org/wiki/RIS_(file_format). */
function risOf(cited: CitedIncident): string {
  const lines: [tag: string, value: string][] = [
    ['TY', 'DATA'],
    ['TI', cited.title],
    // A comma would set off a given name.
    ['AU', cited.publisher.replaceAll(',', ' ')],
    ['T2', cited.dataset],
    ['PB', cited.publisher],
    ['PY', cited.updated.slice(0, 4)],
    ['DA', cited.updated.replaceAll('-', '/')],
    ['AN', cited.id],
    ['LA', cited.language],
    ['UR', cited.url],
    ['Y2', cited.accessed.replaceAll('-', '/')],
    ['ER', ''],
  ]
  const stated = lines.filter(([tag, value]) => tag === 'ER' || value !== '')
  return stated.map(([tag, value]) => `${tag}  - ${oneLine(value)}\r\n`).join('')
}

/** A list of one item of CSL-JSON: https://docs.citationstyles.org. */
function cslOf(cited: CitedIncident): string {
  const item = {
    id: cited.id,
    type: 'entry',
    title: oneLine(cited.title),
    'container-title': oneLine(cited.dataset),
    ...(cited.publisher !== '' && {
      author: [{ literal: oneLine(cited.publisher) }],
      publisher: oneLine(cited.publisher),
    }),
    issued: { 'date-parts': [partsOf(cited.updated)] },
    accessed: { 'date-parts': [partsOf(cited.accessed)] },
    URL: cited.url,
    language: cited.language,
  }
  return `${JSON.stringify([item], undefined, 2)}\n`
}

/** Year, month and day as numbers. @param day YYYY-MM-DD */
function partsOf(day: string): number[] {
  return day.split('-').map(Number)
}

/** Line ends, other white space and control characters become single blanks. */
function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()
}
