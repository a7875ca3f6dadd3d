import { describe, expect, it } from 'vitest'
import { identifier, joined, literal, literals, sql } from '../../../src/clickhouse/sql.ts'

describe('SQL', () => {
  it('has numbers and lists of numbers as they are', () => {
    expect(sql`SELECT ${1}, ${-2.5}, ${2 ** 32}, [${[1, 2, 3]}], [${Uint32Array.of(7)}]`.text).toBe(
      'SELECT 1, -2.5, 4294967296, [1, 2, 3], [7]',
    )
  })

  it.each([Number.NaN, Infinity, -Infinity])('refuses the number %d', (number) => {
    expect(() => sql`SELECT ${number}`).toThrow(RangeError)
    expect(() => sql`SELECT ${[1, number]}`).toThrow(RangeError)
  })

  it('escapes what would end a literal', () => {
    expect(literal("a'b\\c\0\n").text).toBe(String.raw`'a\'b\\c\0\n'`)
    expect(literal('\ud800').text).toBe("'\ufffd'")
    expect(literals(['a', "'"]).text).toBe(String.raw`'a', '\''`)
    expect(joined([sql`a`, sql`b`], ' OR ').text).toBe('a OR b')
  })

  it.each(['', '1a', 'a b', 'a;b', "a'", 'a.b', 'é', 'a'.repeat(65)])('refuses the name "%s"', (name) => {
    expect(() => identifier(name)).toThrow(RangeError)
  })

  it('takes plain names', () => {
    expect(identifier('incident_atlas_2').text).toBe('incident_atlas_2')
  })
})
