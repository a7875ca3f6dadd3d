import { expect, it } from 'vitest'
import { finished } from '../../../src/engine/finished.ts'
import { addressBookOf } from '../../../src/engine/search/urlIndex.ts'
import { growableTexts } from '../../../src/incidents/growable.ts'

function bookOf(rows: number, addressesOf: (row: number) => string[]) {
  const urls = growableTexts()
  for (let row = 0; row < rows; row += 1) urls.push(addressesOf(row).join('\n'))
  return finished(addressBookOf(urls.taken()))
}

it('finds the rows that cite an address, each once, and none that only has its hash', () => {
  // So many addresses have every hash of two bytes more than once.
  const rows = 150_000
  const { find } = bookOf(rows, (row) => [`example.org/${row}`, 'example.org/всё', `example.org/${row}`])
  expect([...find('example.org/0')]).toEqual([0])
  expect([...find('example.org/70000')]).toEqual([70_000])
  expect([...find('example.org/149999')]).toEqual([149_999])
  expect([...find('example.org/150000')]).toEqual([])
  expect(find('example.org/всё')).toHaveLength(rows)
})

it('has nothing to find where nothing is cited', () => {
  expect([...bookOf(0, () => []).find('example.org/a')]).toEqual([])
  expect([...bookOf(3, () => []).find('')]).toEqual([])
})
