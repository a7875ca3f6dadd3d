import type {
  Incident,
  IncidentPlace,
  Participation,
  SourceReport,
  Translated,
} from '../../incidents/incident.ts'
import { languages, NOT_STATED, type Language } from '../../incidents/vocabulary.ts'
import type { RowIncident, RowSource } from '../rowIncident.ts'
import type { ActorRegistry } from './actorRegistry.ts'
import type { PlaceRegistry } from './placeRegistry.ts'
import { adoptRecord } from './adoptRecord.ts'
import { anyText, oneLine, shortened } from './texts.ts'

export interface Assembly {
  actors: ActorRegistry
  places: PlaceRegistry
}

/** UTF-16 code units of the longest tag and the longest composed title. */
const LONGEST_TAG = 120
const LONGEST_TITLE = 160

/** An incident, and the code of the country that it names. */
export interface Assembled {
  incident: Incident
  iso: string | undefined
}

/**
 * The incident that a row tells of: actors and places get ids, and what is not stated is said to be so.
 * @param id unique in the data set
 * @param lang language of the names of places
 */
export function assembleIncident(
  row: RowIncident,
  { id, lang, original }: { id: string; lang: Language; original: Incident['original'] },
  { actors, places }: Assembly,
): Assembled {
  if (row.own) return adoptRecord(row.own, { id, lang, position: row.place.position }, { actors, places })
  const { id: placeId, iso } = places.placeOf(row.place, lang)
  const sources = sourcesOf(row.sources)
  const sourceIds = sources.map((source) => source.id)
  const tags = tagsOf(row)
  const { title, summary } = textsOf(row, tags, lang)
  // Members that few records have are added one by one: spreading each into the object takes most of the time.
  const incident: Incident = {
    id,
    title,
    summary,
    date: row.date,
    place: placeOf(row, placeId),
    type: row.type ?? NOT_STATED,
    subtype: row.subtype ?? NOT_STATED,
    actors: participationsOf(row, actors),
    sources,
    status: row.status ?? 'reported',
  }
  if (row.weapons?.length) incident.weapons = row.weapons
  if (row.casualties.length > 0)
    incident.casualties = row.casualties.map((each) => ({ ...each, sources: sourceIds }))
  if (row.claims?.length) incident.claims = row.claims.map((claim) => ({ ...claim, sources: sourceIds }))
  if (tags.length > 0) incident.tags = tags
  if (original) incident.original = original
  return { incident, iso }
}

function placeOf({ place: { position, precision = NOT_STATED } }: RowIncident, id: string): IncidentPlace {
  return position ? { id, lng: position[0], lat: position[1], precision } : { id, precision }
}

/** Each actor once, in the role that it is first named in; one without a name is left out. */
function participationsOf(row: RowIncident, actors: ActorRegistry): Participation[] {
  const known = new Set<string>()
  const participations: Participation[] = []
  for (const actor of row.actors) {
    if (!anyText(actor.name).trim()) continue
    const id = actors.idOf(actor)
    if (known.has(id)) continue
    known.add(id)
    participations.push({ id, role: actor.role })
  }
  return participations
}

function tagsOf(row: RowIncident): string[] {
  const tags = new Set<string>()
  for (const tag of row.tags) {
    const short = shortened(tag, LONGEST_TAG)
    if (short) tags.add(short)
  }
  return [...tags]
}

/** The sources, numbered; one with neither a publisher nor a URL that can be a link is left out. */
function sourcesOf(given: readonly RowSource[]): SourceReport[] {
  const sources: SourceReport[] = []
  for (const each of given) {
    const source = withLink(each)
    const publisher = oneLine(source.publisher)
    if (!publisher && source.url === undefined) continue
    sources.push({ ...source, publisher, lang: source.lang ?? 'und', id: `s${sources.length + 1}` })
  }
  return sources
}

/** The source without a URL that cannot be a link. */
function withLink(source: RowSource): RowSource {
  const { url } = source
  if (url === undefined || (/^https?:\/\//i.test(url) && URL.canParse(url))) return source
  const { url: _, ...named } = source
  return named
}

/**
 * Title and summary. A title that the record lacks is made of its own words: what it calls the incident and where, else
 * how its text begins; a text that is wholly in the title is no summary too.
 */
function textsOf(
  { title: stated = {}, summary: said = {}, place }: RowIncident,
  tags: readonly string[],
  lang: Language,
): Pick<Incident, 'title' | 'summary'> {
  const [title, summary] = [withoutBlank(stated), withoutBlank(said)]
  if (anyText(title)) return { title, summary }
  const where = oneLine(place.locality ?? place.district ?? place.region ?? place.country ?? '')
  const [what] = tags
  if (what !== undefined) {
    return { title: { [lang]: shortened(where ? `${what}: ${where}` : what, LONGEST_TITLE) }, summary }
  }
  const [begins, rest]: [Translated, Translated] = [{}, {}]
  for (const language of languages) {
    const text = summary[language]
    if (text === undefined) continue
    begins[language] = shortened(text, LONGEST_TITLE)
    if (begins[language] !== text) rest[language] = text
  }
  if (anyText(begins)) return { title: begins, summary: rest }
  return { title: where ? { [lang]: shortened(where, LONGEST_TITLE) } : {}, summary }
}

/** The languages in which the text says something. */
function withoutBlank(text: Translated): Translated {
  const filled = languages.filter((language) => text[language]?.trim())
  return filled.length === Object.keys(text).length
    ? text
    : Object.fromEntries(filled.map((language) => [language, text[language]]))
}
