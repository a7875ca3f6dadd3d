import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

describe('the timeline', () => {
  it('counts in days, independent of the time zone', () => {
    const room = new URL('../../../src/timeline/', import.meta.url)
    const clocks = readdirSync(room).filter((name) =>
      /\bDate\b|Intl\.|toLocale/.test(readFileSync(new URL(name, room), 'utf8')),
    )
    expect(clocks).toEqual([])
  })
})
