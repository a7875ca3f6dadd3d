import { existsSync } from 'node:fs'
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildDataset } from '../../../src/cli/buildDataset.ts'
import { formatMistake, isError } from '../../../src/cli/mistake.ts'
import { readDataFolder } from '../../../src/cli/readDataFolder.ts'

let scratch: string
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'dataset-'))
})
afterAll(() => rm(scratch, { recursive: true }))

const corpus = resolve('tests/corpora/mistakes')

describe('a data set with mistakes, each a folder with the expected messages', async () => {
  const names = await readdir(corpus)
  it.each(names)('%s', async (name) => {
    const dataDir = join(corpus, name)
    const outDir = join(scratch, name)
    const outcome = await buildDataset({ dataDir, outDir })
    const mistakes = outcome.ok ? outcome.warnings : outcome.mistakes
    const expected = (await readFile(join(dataDir, 'expected.txt'), 'utf8')).trim()
    expect(mistakes.map((mistake) => formatMistake(mistake, dataDir)).join('\n')).toBe(expected)
    // Errors stop the build: nothing is written. Warnings, told by that word behind the position, do not.
    const isStopped = expected.split('\n').some((line) => !/^[^ ]+:\d+:\d+ warning /.test(line))
    expect(outcome.ok).toBe(!isStopped)
    expect(existsSync(outDir)).toBe(!isStopped)
  })
})

describe('the bundled data set', () => {
  it('has no errors, and all its incidents, sources and actors', async () => {
    const { incidents, actors, mistakes } = await readDataFolder('data')
    expect(mistakes.filter(isError).map((mistake) => formatMistake(mistake))).toEqual([])
    expect(incidents).toHaveLength(98)
    expect(incidents.reduce((sum, { value }) => sum + (value?.sources.length ?? 0), 0)).toBe(315)
    expect(actors.value).toHaveLength(54)
  })

  it('holds the Harem case as it was reported: no number of dead, and each claim with its claimant', async () => {
    const { incidents } = await readDataFolder('data')
    const clash = incidents.find(({ value }) => value?.id === '2025-10-22-harem-french-camp-clashes')?.value
    expect(
      clash?.casualties?.map(({ by, killed, killedOrWounded }) => [by, killed ?? killedOrWounded]),
    ).toEqual(expect.arrayContaining([['sohr', 'some']]))
    expect(
      clash?.casualties?.flatMap(({ killed, wounded, killedOrWounded }) =>
        [killed, wounded, killedOrWounded].filter((count) => typeof count === 'object'),
      ),
    ).toEqual([])
    expect(clash?.disputed).not.toContain('occurrence')
    const recording = clash?.claims?.filter(({ attributedTo }) => attributedTo === 'omar-omsen') ?? []
    expect(recording.map(({ says }) => says.en).join()).toMatch(/French intelligence/)
    const seed = clash?.sources.find(({ id }) => id === 's17')
    expect(seed).toMatchObject({ medium: 'article' })
    expect(seed).not.toHaveProperty('published')
    expect(seed).not.toHaveProperty('url')
  })

  it('is compiled to the same bytes each time, without pages of an earlier build', async () => {
    const [one, two] = [join(scratch, 'one'), join(scratch, 'two')]
    const first = await buildDataset({ dataDir: 'data', outDir: one })
    await buildDataset({ dataDir: 'data', outDir: two })
    await buildDataset({ dataDir: 'data', outDir: two })
    const names = first.ok ? first.files.map(({ name }) => name) : []
    expect(names).toContain('manifest.json')
    const written = (await readdir(two, { recursive: true })).filter((name) => name !== 'pages')
    expect(written.toSorted()).toEqual(names.toSorted())
    for (const name of names) {
      expect(await readFile(join(two, name))).toEqual(await readFile(join(one, name)))
    }
  })
})
