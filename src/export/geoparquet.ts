import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer'
import { parseDay } from '../incidents/day.ts'
import type { Incident } from '../incidents/incident.ts'
import { namesOf } from '../tabular/namesOf.ts'
import { positionOf } from '../tabular/positionOf.ts'
import { tableColumns, type CellValue, type ColumnKind, type TableContext } from '../tabular/tableColumns.ts'
import type { RecordWriter } from './recordWriter.ts'

/** Rows of a row group: enough to compress well, few enough to be held in memory. */
const GROUP_ROWS = 8_192

/** Metadata of GeoParquet 1.1: https://geoparquet.org/releases/v1.1.0. Without `crs`, positions are WGS 84, lng first. */
const geo = {
  version: '1.1.0',
  primary_column: 'geometry',
  columns: { geometry: { encoding: 'WKB', geometry_types: ['Point'] } },
}

const typeOf: Readonly<Record<ColumnKind, Omit<SchemaElement, 'name'>>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  day: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
  count: { type: 'INT32' },
  degrees: { type: 'DOUBLE' },
}

const schema: SchemaElement[] = [
  { name: 'incidents', num_children: tableColumns.length + 1 },
  ...tableColumns.map(({ name, kind }): SchemaElement => ({
    name,
    repetition_type: 'OPTIONAL',
    ...typeOf[kind],
  })),
  { name: 'geometry', type: 'BYTE_ARRAY', repetition_type: 'OPTIONAL' },
]

/**
 * GeoParquet 1.1, compressed by Snappy: the columns of the table form, days as DATE and counts as INT32, and a point
 * as WKB, null where no position is known. Licence, citation and notes are key-value metadata too.
 */
export const writeGeoparquet: RecordWriter = async function* (groups, { dictionaries, about, notes }) {
  const context = { names: namesOf(dictionaries), about }
  const bytes = new ByteWriter()
  const file = new ParquetWriter({
    writer: bytes,
    schema,
    createdBy: 'incident-atlas',
    kvMetadata: [
      { key: 'geo', value: JSON.stringify(geo) },
      { key: 'incident-atlas', value: JSON.stringify({ about, notes }) },
    ],
  })
  let held: Incident[] = []
  for await (const records of groups) {
    held.push(...records)
    if (held.length < GROUP_ROWS) continue
    await file.write({ columnData: columnsOf(held, context), rowGroupSize: held.length })
    held = []
    yield taken(bytes)
  }
  if (held.length > 0) await file.write({ columnData: columnsOf(held, context), rowGroupSize: held.length })
  await file.finish()
  yield taken(bytes)
}

/** What has been written since the last call; positions in the file go on. */
function taken(writer: ByteWriter): Uint8Array<ArrayBuffer> {
  const bytes = writer.getBytes().slice()
  writer.index = 0
  return bytes
}

function columnsOf(records: readonly Incident[], context: TableContext) {
  return [
    ...tableColumns.map(({ name, kind, valueOf }) => ({
      name,
      data: records.map((incident) => stored(valueOf(incident, context), kind)),
    })),
    { name: 'geometry', data: records.map(pointOf) },
  ]
}

/** Days become whole days since 1970-01-01, as DATE counts them. */
function stored(value: CellValue, kind: ColumnKind): string | number | null {
  if (value === undefined) return null
  return kind === 'day' ? (parseDay(String(value)) ?? null) : value
}

/** A point as well-known binary: byte order 1 (little endian), geometry type 1, longitude, latitude. */
function pointOf(incident: Incident): Uint8Array | null {
  const position = positionOf(incident)
  if (!position) return null
  const view = new DataView(new ArrayBuffer(21))
  view.setUint8(0, 1)
  view.setUint32(1, 1, true)
  view.setFloat64(5, position[0], true)
  view.setFloat64(13, position[1], true)
  return new Uint8Array(view.buffer)
}
