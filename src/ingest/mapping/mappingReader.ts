import type { Translated } from '../../incidents/incident.ts'
import type { LngLat } from '../../incidents/place.ts'
import type { Language } from '../../incidents/vocabulary.ts'
import type { FlagCode, MappedField } from '../../query/importReport.ts'
import { htmlText, isHtml } from '../fields/htmlText.ts'
import { readPosition, readPositionCell } from '../fields/positionField.ts'
import type { RowReader } from '../profiles/profile.ts'
import type { RowActor, RowIncident } from '../rowIncident.ts'
import type { MappingContext, Refusal } from './mappingContext.ts'
import { mappedColumns, type MappedColumns } from './mappedColumns.ts'
import { readMappedCasualties } from './mappedCasualties.ts'
import { readMappedDate, type ReadDayOfColumn } from './mappedDate.ts'
import { readDayOfForm } from './dayColumn.ts'
import type { ReadDay } from '../fields/dayField.ts'
import { remembered } from '../profiles/remembered.ts'
import type { Reading } from '../reading.ts'
import { precisionOf, typeOf } from './mappedCodes.ts'
import { mappedSourcesReader } from './mappedSources.ts'

/**
 * Reads the records of a table by the fields of its columns. Each record is an incident.
 * @param fields one a column; null for a column that holds none
 */
export function readerByMapping(fields: readonly (MappedField | null)[], context: MappingContext): RowReader {
  const columns = mappedColumns(context.columns, fields)
  const readDay = daysByColumn(context)
  const sourcesIn = mappedSourcesReader(columns, context.columns)
  const typeOfAll = remembered((all) => typeOf(all.split(';')))
  return ([cells = []]) => {
    const date = readMappedDate(cells, columns, readDay)
    if ('code' in date) return { ok: false, ...date }
    const position = positionIn(cells, columns)
    if (position && 'code' in position) return { ok: false, ...position }
    const flags = new Set<FlagCode>()
    const categories = columns.all(cells, 'category').flatMap(({ text }) => text.split(';'))
    const incident: RowIncident = {
      id: columns.cell(cells, 'id') || undefined,
      title: translatedIn(cells, columns, 'title', context.lang),
      summary: translatedIn(cells, columns, 'description', context.lang),
      date,
      place: {
        country: columns.cell(cells, 'country') || undefined,
        region: columns.cell(cells, 'region') || undefined,
        district: columns.cell(cells, 'district') || undefined,
        locality: columns.cell(cells, 'place') || undefined,
        position,
        precision: precisionOf(columns.cell(cells, 'geo-precision')),
      },
      ...typeOfAll(categories.join(';')),
      actors: [
        ...actorsIn(cells, columns, 'actor', context.lang),
        ...actorsIn(cells, columns, 'target', context.lang),
      ],
      casualties: readMappedCasualties(cells, columns, context, flags),
      sources: sourcesIn(cells, flags),
      tags: [...categories, ...columns.all(cells, 'tag').flatMap(({ text }) => text.split(/[;,،]/))]
        .map((tag) => tag.trim())
        .filter(Boolean),
    }
    return { ok: true, incident, flags: [...flags] }
  }
}

/** Reads dates by the form of their column; each text of a column once. */
function daysByColumn({ dayForm, dayOrder }: MappingContext): ReadDayOfColumn {
  const readers = new Map<number, (text: string) => Reading<ReadDay>>()
  return (text, column) => {
    const known = readers.get(column) ?? remembered((each) => readDayOfForm(each, dayForm(column), dayOrder))
    readers.set(column, known)
    return known(text)
  }
}

/** The position of a record: of its two columns, else of the one with both; undefined where it gives none. */
function positionIn(cells: readonly string[], columns: MappedColumns): LngLat | Refusal | undefined {
  const [lat, lng, both] = [columns.of('latitude'), columns.of('longitude'), columns.of('position')]
  if (lat !== -1 || lng !== -1) {
    const read = readPosition(cells[lat] ?? '', cells[lng] ?? '')
    if (read.kind === 'value') return read.value
    if (read.kind === 'invalid') {
      // The column at fault is the one that cannot be read beside a good other half; of a half position, the empty one.
      const isLatitude = lat !== -1 && (lng === -1 || readPosition(cells[lat] ?? '', '0').kind !== 'value')
      return { code: read.code, column: isLatitude ? lat : lng }
    }
  }
  if (both === -1) return undefined
  const read = readPositionCell(cells[both] ?? '')
  if (read.kind === 'value') return read.value
  return read.kind === 'invalid' ? { code: read.code, column: both } : undefined
}

/** The text of a field in each language that its columns name; the first text of a language counts. */
function translatedIn(
  cells: readonly string[],
  columns: MappedColumns,
  field: 'title' | 'description',
  usual: Language,
): Translated | undefined {
  const texts = columns.all(cells, field)
  if (texts.length === 0) return undefined
  const translated: Translated = {}
  for (const { text, lang } of texts) {
    // HTML without any text, such as an image, stands as it is written.
    translated[lang ?? usual] ??= (isHtml(text) && htmlText(text).text) || text
  }
  return translated
}

function actorsIn(
  cells: readonly string[],
  columns: MappedColumns,
  field: 'actor' | 'target',
  usual: Language,
): RowActor[] {
  const role = field === 'actor' ? 'party' : 'target'
  return columns.all(cells, field).flatMap(({ text, lang }) =>
    text
      .split(';')
      .map((name) => name.trim())
      .filter(Boolean)
      .map((name) => ({ name: { [lang ?? usual]: name }, role }) as const),
  )
}
