import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readFile } from '../../../../src/ingest/readers/readFile.ts'
import { describeRead, type DescribedFile } from './describeRead.ts'
import { expectFileAccounted } from './expectFileAccounted.ts'

const corpus = 'tests/corpora/files'

describe.each(readdirSync(corpus))('files of %s, each beside what is read of it', (folder) => {
  const names = readdirSync(join(corpus, folder)).filter((name) => !name.endsWith('.expected.json'))

  it.each(names)('%s', async (name) => {
    const bytes = new Uint8Array(readFileSync(join(corpus, folder, name)))
    const expected = JSON.parse(
      readFileSync(join(corpus, folder, `${name}.expected.json`), 'utf8'),
    ) as DescribedFile[]
    const files = await readFile(name, bytes, {})
    expect(files.map(describeRead)).toEqual(expected)
    for (const file of files)
      if (!('fault' in file) && file.name === name && !name.endsWith('.gz')) expectFileAccounted(bytes, file)
  })
})
