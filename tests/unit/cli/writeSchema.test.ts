import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { jsonSchemas } from '../../../src/cli/writeSchema.ts'

it.each(Object.entries(jsonSchemas()))(
  'public/schema/%s is up to date with the schema',
  async (name, text) => {
    expect(await readFile(`public/schema/${name}`, 'utf8')).toBe(text)
  },
)
