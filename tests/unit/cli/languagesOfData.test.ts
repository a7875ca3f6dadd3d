import { expect, it } from 'vitest'
import { formatMistake, isError, type Mistake } from '../../../src/cli/mistake.ts'
import { readDataFolder, type DataFolder } from '../../../src/cli/readDataFolder.ts'
import type { YamlFile } from '../../../src/cli/yamlFile.ts'
import { details } from '../../../src/i18n/en/details.ts'
import type { Path } from '../../../src/ingest/problem.ts'
import type { Incident, TextOrTranslated } from '../../../src/incidents/incident.ts'
import { languages } from '../../../src/incidents/vocabulary.ts'

type Text = [path: Path, text: TextOrTranslated | undefined]

/** Texts of the data set that are not there in one of the languages of the page, each with its file and line. */
function lackingTexts({ dataset, actors, places, incidents }: DataFolder): Mistake[] {
  const about = dataset.value
  return [
    ...lacking(dataset.yaml, [
      [['title'], about?.title],
      [['description'], about?.description],
      [['coverage'], about?.coverage],
    ]),
    ...lacking(
      actors.yaml,
      (actors.value ?? []).flatMap(({ name, description, note }, index): Text[] => [
        [[index, 'name'], name],
        [[index, 'description'], description],
        [[index, 'note'], note],
      ]),
    ),
    ...lacking(
      places.yaml,
      (places.value ?? []).map(({ name }, index): Text => [[index, 'name'], name]),
    ),
    ...incidents.flatMap(({ yaml, value }) =>
      value ? lacking(yaml, textsOfIncident(value, new Set(actors.value?.map(({ id }) => id)))) : [],
    ),
  ]
}

function textsOfIncident(incident: Incident, actorIds: ReadonlySet<string>): Text[] {
  const unlessActor = (claimant: TextOrTranslated | undefined) =>
    typeof claimant === 'string' && actorIds.has(claimant) ? undefined : claimant
  const unlessWord = (group: TextOrTranslated) =>
    typeof group === 'string' && group in details.groups ? undefined : group
  return [
    [['title'], incident.title],
    [['summary'], incident.summary],
    ...(incident.claims ?? []).flatMap(({ by, attributedTo, via, says }, index): Text[] => [
      [['claims', index, 'by'], unlessActor(by)],
      [['claims', index, 'attributedTo'], unlessActor(attributedTo)],
      [['claims', index, 'via'], via],
      [['claims', index, 'says'], says],
    ]),
    ...(incident.casualties ?? []).flatMap(({ by, group, said }, index): Text[] => [
      [['casualties', index, 'by'], unlessActor(by)],
      [['casualties', index, 'group'], unlessWord(group)],
      [['casualties', index, 'said'], said],
    ]),
    ...incident.sources.map(({ note }, index): Text => [['sources', index, 'note'], note]),
  ]
}

function lacking(yaml: YamlFile, texts: readonly Text[]): Mistake[] {
  return texts.flatMap(([path, text]) => {
    if (text === undefined) return []
    const lacks = languages.filter((language) => typeof text === 'string' || text[language] === undefined)
    return lacks.length === 0 ? [] : [yaml.mistakeAt(path, `lacks ${lacks.join(', ')}`)]
  })
}

it('the bundled data set has every text in the three languages of the page', async () => {
  const folder = await readDataFolder('data')
  expect(folder.incidents.length).toBeGreaterThan(0)
  // A file of the wrong form would have no texts to look at.
  const mistakes = [...folder.mistakes.filter(isError), ...lackingTexts(folder)]
  expect(mistakes.map((mistake) => formatMistake(mistake))).toEqual([])
}, 60_000)

it('a missing text is found, with its file and line', async () => {
  const dataDir = 'tests/corpora/mistakes/unnamed-claimant'
  const found = lackingTexts(await readDataFolder(dataDir)).map((mistake) => formatMistake(mistake))
  expect(found).toContain(`${dataDir}/actors.yaml:2:3 0.name: lacks ar`)
  expect(found).toContain(`${dataDir}/incidents/2025-10/first.yaml:2:1 title: lacks ar, fr`)
  expect(found).toContain(`${dataDir}/incidents/2025-10/first.yaml:27:5 claims.2.by: lacks ar`)
  expect(found).toContain(
    `${dataDir}/incidents/2025-10/first.yaml:35:5 claims.4.attributedTo: lacks en, ar, fr`,
  )
  expect(found.filter((line) => / (casualties\.0|claims\.0)\.(by|group)/.test(line))).toEqual([])
})
