import type { GeoPrecision } from '../../incidents/vocabulary.ts'
import { countryOfFips } from '../fields/countryCodes.ts'
import { readUrls } from '../fields/urlField.ts'
import type { RowActor, RowIncident, RowSource } from '../rowIncident.ts'
import { columnsByName, type NamedColumns } from './columnsByName.ts'
import { cameoRoots, gdelt1Columns, gdelt2Columns, quadClasses } from './gdeltColumns.ts'
import type { Profile, Recognition, TableHead } from './profile.ts'
import { dayReader, positionOf, requiredDay } from './rowParts.ts'
import { haveForm } from './rowsByForm.ts'
import { listOf, tagsOf, textIn, titleOfWords } from './rowTexts.ts'

/*
 * GDELT event files, by the GDELT Event Codebook V2.0. A row is what a program made of news articles, not an incident
 * that somebody checked: its source says in how many articles it is mentioned, and it is never more than reported.
 */

const signature = ['GLOBALEVENTID', 'SQLDATE', 'QuadClass', 'ActionGeo_Type']

/** The cells by which rows without names are known. */
const forms = [
  ['GLOBALEVENTID', /^\d{1,12}$/],
  ['SQLDATE', /^\d{8}$/],
  ['IsRootEvent', /^[01]$/],
  ['QuadClass', /^[1-4]$/],
] as const

/** ActionGeo_Type. 1: country; 2: state of the USA; 3 and 4: city; 5: first-level division. 1, 2 and 5 are centroids. */
const precisions = new Map<string, GeoPrecision>([
  ['1', 'country'],
  ['2', 'region'],
  ['3', 'town'],
  ['4', 'town'],
  ['5', 'region'],
])

/** GDELT 2.0 events: https://www.gdeltproject.org/data.html */
export const gdelt2: Profile = profileOf('gdelt-2', 'GDELT 2.0', gdelt2Columns, [61], otherFile)

/** GDELT 1.0 events. */
export const gdelt1: Profile = profileOf('gdelt-1', 'GDELT 1.0', gdelt1Columns, [57, 58], () => undefined)

function profileOf(
  id: 'gdelt-2' | 'gdelt-1',
  name: string,
  all: readonly string[],
  widths: readonly number[],
  other: (head: TableHead) => Recognition | undefined,
): Profile {
  return {
    id,
    name,
    claimant: 'GDELT',
    // One article gives many rows, of one place and day.
    needlessFlags: ['repeated-url', 'same-day-place-type'],
    terms: { name: 'GDELT terms of use', url: 'https://www.gdeltproject.org/about.html#termsofuse' },
    recognize(head) {
      const isNamed = columnsByName(head.columns).has(...signature)
      const hasLevels = columnsByName(head.columns).has('ActionGeo_ADM2Code')
      const isNamedSo = isNamed && hasLevels === all.includes('ActionGeo_ADM2Code')
      const isKnown = isNamedSo || (head.columns.length === 0 && haveForm(head.sample, widths, all, forms))
      return isKnown ? { kind: 'incidents', by: signature } : other(head)
    },
    dateColumns: () => [],
    reader({ columns: names }) {
      const columns = columnsByName(names.length > 0 ? names : all)
      const read = dayReader(undefined)
      return ([row = []]) => {
        const day = requiredDay(read(columns.cell(row, 'SQLDATE')), columns.index('SQLDATE'))
        if (!day.ok) return day
        const position = positionOf(columns, row, ['ActionGeo_Lat', 'ActionGeo_Long'])
        if (!position.ok) return position
        const place = { ...placeOf(columns, row), position: position.value }
        return { ok: true, incident: { ...detailsOf(columns, row), date: day.value, place }, flags: [] }
      }
    },
  }
}

/** GDELT's other files: mentions and the knowledge graph (GKG) list articles; GEO 2.0 counts them by place. */
function otherFile({ columns: names, sample }: TableHead): Recognition | undefined {
  const columns = columnsByName(names)
  const geo = ['name', 'count', 'shareimage', 'html']
  if (columns.has(...geo)) return { kind: 'not-incidents', code: 'article-mentions', by: geo }
  const gkg = ['NUMARTS', 'COUNTS', 'THEMES', 'CAMEOEVENTIDS']
  if (columns.has(...gkg)) return { kind: 'not-incidents', code: 'article-mentions', by: gkg }
  const moment = /^\d{14}$/
  const mentionForms = [
    ['0', /^\d+$/],
    ['1', moment],
    ['2', moment],
    ['3', /^[1-6]$/],
  ] as const
  const gkgForms = [
    ['0', /^\d{14}-T?\d+$/],
    ['1', moment],
  ] as const
  const positions = ['0', '1', '2', '3']
  if (haveForm(sample, [16], positions, mentionForms)) {
    return { kind: 'not-incidents', code: 'article-mentions', by: ['GLOBALEVENTID', 'MentionTimeDate'] }
  }
  return haveForm(sample, [27], positions, gkgForms)
    ? { kind: 'not-incidents', code: 'article-mentions', by: ['GKGRECORDID'] }
    : undefined
}

/** `Town, Division, Country` of ActionGeo_FullName, as far as its type says. */
function placeOf(columns: NamedColumns, row: readonly string[]): RowIncident['place'] {
  const type = columns.code(row, 'ActionGeo_Type')
  const precision = precisions.get(type)
  if (precision === undefined) return {}
  const words = listOf(columns.cell(row, 'ActionGeo_FullName'), ',')
  const country = countryOfFips(columns.cell(row, 'ActionGeo_CountryCode')) ?? words.at(-1)
  if (precision === 'country') return { country, precision }
  if (precision === 'region') return { country, region: words.length > 1 ? words[0] : undefined, precision }
  return { country, region: words.length > 2 ? words.at(-2) : undefined, locality: words[0], precision }
}

function detailsOf(columns: NamedColumns, row: readonly string[]): Omit<RowIncident, 'date' | 'place'> {
  const cell = (name: string) => columns.cell(row, name)
  const id = cell('GLOBALEVENTID')
  const root = columns.code(row, 'EventRootCode').padStart(2, '0')
  const names = [...new Set([cell('Actor1Name'), cell('Actor2Name')].filter(Boolean))]
  const title = textIn(
    'en',
    titleOfWords(names.join(' – '), cameoRoots.get(root) ?? '', cell('ActionGeo_FullName')),
  )
  return {
    id: id || undefined,
    title,
    // CAMEO has a source and a target, but a program that takes them from articles often takes them wrong.
    actors: names.map((name): RowActor => ({ name: { en: name }, role: 'party' })),
    casualties: [],
    sources: sourceOf(columns, row),
    status: 'reported',
    tags: tagsOf(quadClasses.get(columns.code(row, 'QuadClass')) ?? '', cameoRoots.get(root) ?? ''),
  }
}

function sourceOf(columns: NamedColumns, row: readonly string[]): RowSource[] {
  const [url] = readUrls(columns.cell(row, 'SOURCEURL')).urls
  const name = url === undefined ? columns.cell(row, 'SOURCEURL') : ''
  if (url === undefined && !name) return []
  const articles = columns.cell(row, 'NumArticles')
  const note = /^\d{1,9}$/.test(articles) ? mentionedIn(Number(articles)) : undefined
  return [{ publisher: name, url, note }]
}

function mentionedIn(articles: number): RowSource['note'] {
  return {
    en: articles === 1 ? 'GDELT: mentioned in 1 article' : `GDELT: mentioned in ${articles} articles`,
    ar: `GDELT: عدد المقالات التي تذكره: ${articles}`,
    fr: articles === 1 ? 'GDELT : mentionné dans 1 article' : `GDELT : mentionné dans ${articles} articles`,
  }
}
