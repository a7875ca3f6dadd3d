import { httpUrl } from '../../incidents/sourceUrl.ts'
import { readDay } from '../fields/dayField.ts'
import { readUrls } from '../fields/urlField.ts'
import type { RowSource } from '../rowIncident.ts'
import { columnsByName, type NamedColumns } from './columnsByName.ts'
import { jsonListOf, memberText, textOfJson } from './jsonCell.ts'
import type { Profile, Recognition, TableHead } from './profile.ts'
import { positionOf, requiredDay, withTime } from './rowParts.ts'
import { listOf, tagsOf, titleAndSummary } from './rowTexts.ts'
import {
  areTimemapAssociations,
  areTimemapSources,
  numberedCells,
  sourceOfPath,
  timemapLookups,
  type TimemapLookups,
} from './timemapLookups.ts'

/*
 * TimeMap (https://github.com/forensic-architecture/timemap): events.json with sources.json and associations.json, what
 * its page lets visitors download (JSON and CSV), and the sheets of its spreadsheet. Dates are M/D/YYYY throughout.
 */

/** Ids of Bellingcat's map of civilian harm in Ukraine, whose points are blurred by up to 150 m, as it says itself. */
const BELLINGCAT_ID = /^CIV\d{4}$/

/** TimeMap events. */
export const timemap: Profile = {
  id: 'timemap',
  name: 'TimeMap',
  recognize,
  dateColumns: () => [],
  reader({ columns: names, lang, others }) {
    const columns = columnsByName(names)
    const lookups = timemapLookups(others)
    return ([row = []]) => {
      const day = requiredDay(readDay(columns.cell(row, 'date'), 'month-first'), columns.index('date'))
      if (!day.ok) return day
      const position = positionOf(columns, row, ['latitude', 'longitude'])
      if (!position.ok) return position
      const [id, text] = [columns.cell(row, 'id'), columns.cell(row, 'description')]
      const locality = columns.cell(row, 'location')
      const isBlurred = BELLINGCAT_ID.test(id)
      const { sources, hasOther } = sourcesOf(columns, row, lookups)
      return {
        ok: true,
        flags: hasOther ? ['unreadable-url'] : [],
        incident: {
          id: id || undefined,
          ...titleAndSummary(lang, { title: columns.cell(row, 'title'), text, words: locality }),
          date: withTime(day.value, columns.cell(row, 'time')),
          place: {
            locality: locality || undefined,
            position: position.value,
            precision: isBlurred ? 'site' : undefined,
          },
          actors: [],
          casualties: [],
          sources,
          tags: tagsOf(
            associationsOf(columns, row, lookups),
            columns.cell(row, 'category'),
            isBlurred ? 'Position slightly blurred by Bellingcat' : '',
          ),
        },
      }
    }
  },
}

function recognize(head: TableHead): Recognition | undefined {
  const columns = columnsByName(head.columns)
  const lists = ['associations', 'filters', 'association1', 'narrative___stepStyles']
  const list = lists.find((name) => columns.has(name))
  if (columns.has('description', 'date', 'location', 'latitude', 'longitude') && list) {
    return { kind: 'incidents', by: ['description', 'date', list] }
  }
  if (areTimemapSources(head))
    return { kind: 'not-incidents', code: 'lookup-table', by: ['id', 'title', 'path'] }
  if (areTimemapAssociations(head)) return { kind: 'not-incidents', code: 'lookup-table', by: ['id', 'mode'] }
  return enteredSheet(head)
}

/**
 * The sheets of the spreadsheet that people fill in. TimeMap makes of them the sheets EXPORT_EVENTS, with the positions
 * of the places, and EXPORT_ASSOCIATIONS, with the whole path of filters.
 */
function enteredSheet({ columns: names, table }: TableHead): Recognition | undefined {
  const columns = columnsByName(names)
  const isEvents = table === 'Events' && columns.has('description', 'location', 'association1', 'source')
  const isAssociations = table === 'Associations' && columns.has('id', 'mode', 'filter_path')
  if (!isEvents && !isAssociations) return undefined
  return { kind: 'not-incidents', code: 'lookup-table', by: isEvents ? ['Association 1'] : ['Filter Path'] }
}

/** The sources of an event, and whether one of them is a text that is neither a URL nor an id. */
function sourcesOf(
  columns: NamedColumns,
  row: readonly string[],
  lookups: TimemapLookups,
): { sources: RowSource[]; hasOther: boolean } {
  const cell = columns.cell(row, 'sources')
  const items = jsonListOf(cell) ?? [...itemsOfText(cell), ...numberedCells(columns, row, 'source')]
  const sources = items.flatMap((item): readonly RowSource[] => {
    const id = textOfJson(item)
    if (!id) {
      const note = memberText(item, 'description')
      const source = sourceOfPath(memberText(item, 'path'), { publisher: '', note: note || undefined })
      return source ? [source] : []
    }
    const known = lookups.sources.get(id)
    return known ?? (httpUrl(id) ? [{ publisher: '', url: id }] : [])
  })
  return { sources, hasOther: sources.some(({ url }) => url === undefined) }
}

/** A list with commas: first the URLs, in which commas may stand, then the rest. */
function itemsOfText(cell: string): string[] {
  const { urls, rest } = readUrls(cell)
  return [...urls, ...listOf(rest, ',')]
}

function associationsOf(columns: NamedColumns, row: readonly string[], lookups: TimemapLookups): string[] {
  const filters = jsonListOf(columns.cell(row, 'filters')) ?? []
  const pairs = filters.map((filter) => {
    const [key, value] = [memberText(filter, 'key'), memberText(filter, 'value')]
    return key && value ? `${key}: ${value}` : key || value
  })
  const cell = columns.cell(row, 'associations')
  const ids = jsonListOf(cell)?.map(textOfJson) ?? [
    ...listOf(cell, ','),
    ...numberedCells(columns, row, 'association'),
  ]
  return [...pairs, ...ids.map((id) => lookups.associations.get(id) ?? id)]
}
