import { strToU8, zipSync, gzipSync } from 'fflate'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFile } from '../../../../src/ingest/readers/readFile.ts'
import { propertyRuns } from '../../../propertyRuns.ts'
import { expectFileAccounted } from './expectFileAccounted.ts'

const records = Array.from({ length: 12 }, (_, i) => ({
  id: `event-${i}`,
  date: `2024-02-${String(i + 1).padStart(2, '0')}`,
  place: { name: 'مدينة', lat: 33.5 + i / 100, lng: 36.25 },
  sources: [
    { id: i, url: 'https://example.org/é' },
    { id: -i, url: '' },
  ],
  killed: i % 3 === 0 ? null : i,
}))

const features = records.map(({ id, date, place }, i) => ({
  type: 'Feature',
  properties: { id, date },
  geometry:
    i % 2 === 0
      ? { type: 'Point', coordinates: [place.lng, place.lat] }
      : { type: 'Polygon', coordinates: [[[0, 0], [4, 0], [4, 4 + i], [0, 0]]] }, // prettier-ignore
}))

const kml = `<?xml version="1.0"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Map</name><Folder><name>Été</name>
${records
  .map(
    ({ id, date, place }) => `<Placemark id="${id}"><name>A &amp; B</name>
<description><![CDATA[<b>text</b> ]]></description><TimeStamp><when>${date}</when></TimeStamp>
<ExtendedData><Data name="killed"><value>3</value></Data></ExtendedData>
<Point><coordinates>${place.lng},${place.lat},0</coordinates></Point></Placemark>`,
  )
  .join('\n')}
</Folder></Document></kml>`

const texts: Readonly<Record<string, string>> = {
  'list.json': JSON.stringify(records, null, 1),
  'compact.json': JSON.stringify({ meta: { total: 12 }, events: records, actors: [{ id: 'a' }] }),
  'keyed.json': JSON.stringify(Object.fromEntries(records.map((record) => [record.id, record]))),
  'lines.jsonl': records.map((record) => JSON.stringify(record)).join('\n'),
  'rows.json': JSON.stringify(records.map(({ id, date }) => [id, date])),
  'map.geojson': JSON.stringify({ type: 'FeatureCollection', features }),
  'map.kml': kml,
}

const samples: Readonly<Record<string, Uint8Array>> = {
  ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, strToU8(text)])),
  'map.kmz': zipSync({ 'doc.kml': strToU8(kml), 'images/1.png': new Uint8Array(9) }),
  'several.zip': zipSync({
    'a.csv': strToU8('id,date\n1,2024-01-01\n'),
    'b/c.json': strToU8(JSON.stringify(records)),
  }),
  'lines.jsonl.gz': gzipSync(strToU8(texts['lines.jsonl'] ?? '')),
}

/** What may happen to a file on its way: bytes changed, cut off, left out, doubled, or put in. */
const mutation = fc.oneof(
  fc.record({
    kind: fc.constant('set' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    byte: fc.nat(255),
  }),
  fc.record({ kind: fc.constant('cut' as const), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({
    kind: fc.constant('insert' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    text: fc.constantFrom(
      '"',
      '{',
      '}',
      '[',
      ']',
      ',',
      '<',
      '</Placemark>',
      '<Placemark>',
      '<!--',
      '<![CDATA[',
      '\n',
      '\\',
      '&',
      'NaN',
      '\0',
    ),
  }),
  fc.record({
    kind: fc.constantFrom('remove' as const, 'repeat' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 1, max: 200 }),
  }),
)
type Mutation = typeof mutation extends fc.Arbitrary<infer M> ? M : never

function mutate(bytes: Uint8Array, change: Mutation): Uint8Array {
  const at = Math.floor(change.at * bytes.length)
  switch (change.kind) {
    case 'set':
      return Uint8Array.from(bytes, (byte, i) => (i === at ? change.byte : byte))
    case 'cut':
      return bytes.slice(0, at)
    case 'insert':
      return Uint8Array.from([...bytes.slice(0, at), ...strToU8(change.text), ...bytes.slice(at)])
    case 'remove':
      return Uint8Array.from([...bytes.slice(0, at), ...bytes.slice(at + change.length)])
    case 'repeat':
      return Uint8Array.from([...bytes.slice(0, at + change.length), ...bytes.slice(at)])
  }
}

describe('a damaged file', () => {
  it.each(Object.keys(samples))('never throws, and is accounted for: %s', async (name) => {
    const sample = samples[name] ?? new Uint8Array()
    const isArchive = /zip|kmz|gz$/.test(name)
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 4 }), async (changes) => {
        const bytes = changes.reduce(mutate, sample)
        const files = await readFile(name, bytes, {})
        expect(files.length).toBeGreaterThan(0)
        for (const file of files)
          if (!('fault' in file) && !isArchive && file.account.entries > 0) expectFileAccounted(bytes, file)
      }),
      { numRuns: propertyRuns(400) },
    )
  })
})
