import { existsSync } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Failure } from './failure.ts'
import { jsonSchemas } from './writeSchema.ts'

/*
 * A data set as people edit it, with everything invented: one record that uses most fields, and one that uses only those
 * that every record has.
 */

const dataset = `# yaml-language-server: $schema=schema/dataset.schema.json
# What the data set says about itself. Texts may be given in en, ar and fr; one language is enough.
title:
  en: A sample data set
description:
  en: Two invented incidents in an invented country. Replace them with yours.
publisher: Write who publishes this
licence:
  name: CC BY 4.0
  url: https://creativecommons.org/licenses/by/4.0/
citation: Write who publishes this, A sample data set, CC BY 4.0.
coverage:
  en: Say what is covered, and what is not.
languages: [en]
updated: 2025-01-31

# Title of the site itself, in the header, the tab and previews of links. May be left out.
site:
  title:
    en: My map
`

const actors = `# yaml-language-server: $schema=schema/actors.schema.json
# The parties: groups, institutions and persons that records name by their ids.
- id: police
  kind: state-forces # or rebel-group, political-militia, civilians, person ...: see schema/actors.schema.json
  name:
    en: Police of Freedonia
    fr: Police de Freedonie
  aliases: [Freedonian police] # other spellings, for the search; [] for none

- id: protesters
  kind: protesters
  name:
    en: Protesters
  aliases: []
`

const places = `# yaml-language-server: $schema=schema/places.schema.json
# The gazetteer: countries, the regions in them, and localities in a region or a country.
- id: freedonia
  kind: country # \`iso: SY\` would let positions be held against the shape of the country
  name:
    en: Freedonia
  aliases: []

- id: north
  kind: region
  parent: freedonia
  name:
    en: North Province
  aliases: []

- id: newtown
  kind: locality
  parent: north
  name:
    en: Newtown
  aliases: [New Town]
`

const whole = `# yaml-language-server: $schema=../../schema/incident.schema.json
# One incident a file. The file is named after the id, its folder after the month.
id: 2025-01-15-newtown-protest
title:
  en: Police disperse a protest in Newtown
summary:
  en: Police dispersed a protest at the market of Newtown. The two sides give different numbers of wounded.

date:
  start: 2025-01-15 # the first day; end: the last one, where there are several
  precision: day # or hour, week, month, year: how exactly it is known
place:
  id: newtown # of places.yaml
  lng: -36.512
  lat: 12.034
  precision: town # or site, district, region, country: how exactly the position is known

type: protests
subtype: excessive-force-against-protesters
status: disputed # or reported, by one publisher; corroborated, by two or more independent ones
disputed: [toll] # the matters that the parties contradict each other on

actors:
  - id: police # of actors.yaml
    role: initiator # or target, party, affected, mediator, claimant
  - id: protesters
    role: target

# Dead and wounded, as each claimant gives them. What is not reported is left out; it is not zero.
casualties:
  - by: police
    group: all
    wounded: { min: 2, max: 2 }
    sources: [s1]
  - by: protesters
    group: all
    wounded: { min: 10 } # at least
    said: { en: at least ten wounded }
    sources: [s2]

# What the parties say.
claims:
  - by: police
    stance: asserts # or denies, disputes
    matter: course
    says: { en: The protesters threw stones first. }
    sources: [s1]
  - by: protesters
    stance: disputes
    matter: toll
    says: { en: More people were wounded than the police say. }
    sources: [s2]

# The publications that report it.
sources:
  - id: s1
    publisher: The Freedonian Post
    url: https://example.org/post/newtown
    lang: en
    published: 2025-01-15
  - id: s2
    publisher: Newtown Radio
    medium: broadcast # a source without a URL
    lang: en
    published: 2025-01-16

tags: [market]
`

const least = `# yaml-language-server: $schema=../../schema/incident.schema.json
# Only what every record has.
id: 2025-01-20-north-arrests
title:
  en: Arrests reported in North Province
summary:
  en: The Freedonian Post reported arrests somewhere in the province.
date:
  start: 2025-01-20
  precision: week
place:
  id: north
  lng: -36.4
  lat: 12.2
  precision: region
type: strategic-developments
subtype: arrests
status: reported
actors: []
sources:
  - id: s1
    publisher: The Freedonian Post
    url: https://example.org/post/arrests
    lang: en
    published: 2025-01-21
`

/** The files of the sample, by their paths. */
export function sampleFiles(): Record<string, string> {
  const schemas = Object.entries(jsonSchemas()).map(([name, text]) => [`schema/${name}`, text] as const)
  return {
    'dataset.yaml': dataset,
    'actors.yaml': actors,
    'places.yaml': places,
    'incidents/2025-01/2025-01-15-newtown-protest.yaml': whole,
    'incidents/2025-01/2025-01-20-north-arrests.yaml': least,
    ...Object.fromEntries(schemas),
  }
}

/**
 * Writes the sample.
 * @returns paths of the files, relative to the folder
 * @throws Failure where the folder holds something already
 */
export async function writeSample(folder: string): Promise<string[]> {
  const root = resolve(folder)
  if (existsSync(root) && (await readdir(root).catch(() => ['a file'])).length > 0)
    throw new Failure(`${folder} holds files already: give a folder that is empty, or is not there yet`)
  const files = sampleFiles()
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true })
    await writeFile(join(root, name), text)
  }
  return Object.keys(files)
}
