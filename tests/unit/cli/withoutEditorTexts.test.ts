import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { emptyEditorTexts } from '../../../src/cli/withoutEditorTexts.ts'

it('leaves out every description of the schema, empties every advice, and nothing else', () => {
  const source = readFileSync('src/incidents/recordSchema.ts', 'utf8')
  const emptied = emptyEditorTexts(source)
  expect(source.match(/\babout\(/g)?.length).toBeGreaterThan(10)
  expect(emptied).not.toMatch(/\babout\(/)
  const advice = source.match(/\berror: *\n? */g) ?? []
  expect(advice.length).toBeGreaterThan(10)
  expect(emptied.match(/\berror: ''/g)).toHaveLength(advice.length)
  expect(emptied).not.toMatch(/\bz\.meta\(/)
  expect(emptied.match(/\bz\.refine\(/g)).toHaveLength(source.match(/\bz\.refine\(/g)?.length ?? 0)
  expect(emptied.match(/\bz\.regex\(/g)).toHaveLength(source.match(/\bz\.regex\(/g)?.length ?? 0)
})
