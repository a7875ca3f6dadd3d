import { describe, expect, it } from 'vitest'
import { sniffFormat } from '../../../../src/ingest/readers/sniffFormat.ts'

/** What a file of that name and text is, in short. */
function sniffed(name: string, content: string | number[]): string {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)
  const found = sniffFormat(name, bytes)
  return `${found.kind === 'fault' ? `fault ${found.fault}` : found.format}, ${found.reason}`
}

describe('the format of a file', () => {
  it.each([
    ['a.csv', [0x1f, 0x8b, 8, 0], 'gzip, signature'],
    ['a.csv', [0x50, 0x4b, 3, 4, 20], 'zip, signature'],
    ['a.zip', [0x50, 0x4b, 5, 6], 'zip, signature'],
    ['a', [0x50, 0x41, 0x52, 0x31, 0x15], 'parquet, signature'],
    ['a.parquet', [0x50, 0x41, 0x52, 0x45, 0x15], 'fault encrypted, signature'],
    ['a.xlsx', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 'fault xls, signature'],
    ['a', [0x66, 0x67, 0x62, 3, 0x66, 0x67, 0x62, 0], 'fault flatgeobuf, signature'],
    ['a.shp', [0, 0, 0x27, 0x0a, 0, 0], 'fault shapefile, signature'],
    ['a.csv.xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0], 'fault unsupported-compression, signature'],
  ])('%s %j', (name, content, expected) => {
    expect(sniffed(name, content)).toBe(expected)
  })

  it.each([
    ['a.gpkg', 'SQLite format 3\0...', 'fault geopackage, signature'],
    ['a.csv', '%PDF-1.7', 'fault pdf, signature'],
    ['a.csv', '', 'fault empty-file, content'],
    ['a.csv', ' \n\t\n', 'fault empty-file, content'],
  ])('%s %j', (name, content, expected) => {
    expect(sniffed(name, content)).toBe(expected)
  })
})

describe('text that begins with a bracket', () => {
  it.each([
    ['a.csv', '[{"id":1}]', 'json, content'],
    ['a.txt', '{"type":"FeatureCollection","features":[]}', 'json, content'],
    ['a.json', '[]', 'json, content'],
    ['a.json', '{"id":1}\n{"id":2}\n', 'json-lines, content'],
    ['a', '{"id":1}\r\n\r\n{"id":2}', 'json-lines, content'],
    ['a.json', '{"id":1},\n{"id":2}', 'json-lines, content'],
    ['a.json', '\u001e{"id":1}\n\u001e{"id":2}\n', 'json-lines, content'],
    ['a.ndjson', '{"id":1}', 'json-lines, content'],
    ['a.json', '{\n"id":1\n}\n{\n"id":2\n}', 'json, content'],
    ['a.json', "{'id': 1, 'date': None}", 'json, name'],
    ['a.csv', '[{"id": 1}, {"id": 2}, {"id": "un', 'json, content'],
    ['a.jsonl', '{"id": tru}\n{"id":2}', 'json-lines, name'],
    ['a.csv', '[id],[date],[place]\n1,2024-01-01,A', 'table, default'],
    ['a.csv', '[1],[2]\n3,4', 'table, default'],
    ['a.csv', '{id};{date}\n1;2024-01-01', 'table, default'],
    ['a.csv', '{"a":1};x\n{"a":2};y', 'table, default'],
    ['a.csv', '{"a":1},{"a":2}\n{"a":2},{"a":3}', 'table, default'],
    ['a.csv', '["a","b"],x\n["c"],y', 'table, default'],
  ])('%s %j', (name, content, expected) => {
    expect(sniffed(name, content)).toBe(expected)
  })
})

describe('text that begins with <', () => {
  it.each([
    ['a.json', '<!DOCTYPE html><html><body>404</body></html>', 'fault html, content'],
    ['a.csv', '\n<html lang="en"><head>', 'fault html, content'],
    ['a.xls', '<table><tr><td>1</td></tr></table>', 'fault html, content'],
    ['a.txt', '<?xml version="1.0"?><!-- made by -->\n<kml xmlns="x"><Document/></kml>', 'kml, content'],
    ['a.kml', '<kml:kml xmlns:kml="http://www.opengis.net/kml/2.2">', 'kml, content'],
    ['a.kml', '<?xml version="1.0"?><Placemark><name>A</name></Placemark>', 'kml, content'],
    ['a.kml', '<?xml version="1.0"?><Unknown/>', 'kml, name'],
    ['a.xml', '<?xml version="1.0"?><gpx version="1.1">', 'fault gpx, content'],
    [
      'a.xml',
      '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
      'fault xls, content',
    ],
    ['a.xml', '<?xml version="1.0"?><rss version="2.0"></rss>', 'fault other-xml, content'],
    ['a.xml', '<osm><node/></osm>', 'fault other-xml, content'],
    ['a.csv', '<id>,<date>\n1,2', 'table, default'],
    ['a.csv', '<5,2024-01-01\n', 'table, default'],
  ])('%s %j', (name, content, expected) => {
    expect(sniffed(name, content)).toBe(expected)
  })
})

describe('other text', () => {
  it.each([
    ['a.txt', 'id,date\n1,2', 'table, default'],
    ['a.json', 'id,date\n1,2', 'table, default'],
    ['a.yaml', 'id: 1\n', 'yaml, name'],
    ['a.txt', '%YAML 1.2\n---\nid: 1\n', 'yaml, content'],
  ])('%s %j', (name, content, expected) => {
    expect(sniffed(name, content)).toBe(expected)
  })

  it('is told apart in UTF-16 too', () => {
    const text = '[{"id":1}]'
    const bytes = [0xff, 0xfe, ...Array.from(text, (character) => [character.charCodeAt(0), 0]).flat()]
    expect(sniffed('a.json', bytes)).toBe('json, content')
  })
})
