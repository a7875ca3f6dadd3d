import { expect, it } from 'vitest'
import { finished } from '../../../src/engine/finished.ts'
import { buildUrlIndex } from '../../../src/engine/search/urlIndex.ts'
import { growableTexts } from '../../../src/incidents/growable.ts'

function indexOf(rows: number, urlsOf: (row: number) => string[]) {
  const urls = growableTexts()
  for (let row = 0; row < rows; row += 1) urls.push(urlsOf(row).join('\n'))
  return finished(buildUrlIndex(urls.taken()))
}

it('finds the rows that cite a URL, each once, and none that only shares its hash', () => {
  // More URLs than there are hashes of 16 bits.
  const rows = 150_000
  const index = indexOf(rows, (row) => [`example.org/${row}`, 'example.org/всё', `example.org/${row}`])
  expect([...index.find('example.org/0')]).toEqual([0])
  expect([...index.find('example.org/70000')]).toEqual([70_000])
  expect([...index.find('example.org/149999')]).toEqual([149_999])
  expect([...index.find('example.org/150000')]).toEqual([])
  expect(index.find('example.org/всё')).toHaveLength(rows)
})

it('finds every URL of a row, and none that crosses into the next row', () => {
  const index = indexOf(3, (row) => (row === 1 ? [] : [`a.example/${row}`, `b.example/${row}`]))
  expect([...index.find('a.example/0')]).toEqual([0])
  expect([...index.find('b.example/0')]).toEqual([0])
  expect([...index.find('b.example/2')]).toEqual([2])
  expect([...index.find('b.example/0a.example/2')]).toEqual([])
  expect([...index.find('example/0')]).toEqual([])
})

it('finds no row where no URL is cited', () => {
  expect([...indexOf(0, () => []).find('example.org/a')]).toEqual([])
  expect([...indexOf(3, () => []).find('')]).toEqual([])
})

it('yields after every 2,048 rows', () => {
  const urls = growableTexts()
  for (let row = 0; row < 5_000; row += 1) urls.push('example.org')
  expect([...buildUrlIndex(urls.taken())]).toHaveLength(2)
})
