import { describe, expect, it } from 'vitest'
import { blobOfLines } from '../../../../src/sources/files/blobOfLines.ts'

describe('a file of lines', () => {
  it('holds all of them in order, however many', async () => {
    const lines = Array.from({ length: 30_000 }, (_, i) => `${i},${'é'.repeat(50)}\r\n`)
    const blob = await blobOfLines(lines, 'text/csv')
    expect(blob.type).toBe('text/csv')
    expect(await blob.text()).toBe(lines.join(''))
  })

  it('may have none', async () => {
    expect((await blobOfLines([], 'text/csv')).size).toBe(0)
  })
})
