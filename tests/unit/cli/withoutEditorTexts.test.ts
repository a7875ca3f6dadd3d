import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { emptyEditorTexts } from '../../../src/cli/withoutEditorTexts.ts'

it('empties every description and advice of the schema, and nothing else', () => {
  const source = readFileSync('src/incidents/recordSchema.ts', 'utf8')
  const emptied = emptyEditorTexts(source)
  for (const [call, empty] of [
    [/\babout\(/g, /\babout\(''\)/g],
    [/\berror: *\n? */g, /\berror: ''/g],
  ] as const) {
    const calls = source.match(call) ?? []
    expect(calls.length).toBeGreaterThan(10)
    expect(emptied.match(empty)).toHaveLength(calls.length)
  }
  expect(emptied).toContain("z.meta({ pattern: '^https?://' })")
  expect(emptied).not.toContain('Id of the place that it lies in.')
})
