import type { Incident, IncidentPlace, SourceReport, Translated } from '../../incidents/incident.ts'
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
  const sources = row.sources.flatMap(sourceOf).map((source, i) => ({ ...source, id: `s${i + 1}` }))
  const sourceIds = sources.map((source) => source.id)
  const tags = [...new Set(row.tags.map((tag) => shortened(tag, LONGEST_TAG)).filter(Boolean))]
  const participations = new Map<string, Incident['actors'][number]>()
  for (const actor of row.actors) {
    if (!anyText(actor.name).trim()) continue
    const actorId = actors.idOf(actor)
    if (!participations.has(actorId)) participations.set(actorId, { id: actorId, role: actor.role })
  }
  const incident: Incident = {
    id,
    ...textsOf(row, tags, lang),
    date: row.date,
    place: placeOf(row, placeId),
    type: row.type ?? NOT_STATED,
    subtype: row.subtype ?? NOT_STATED,
    actors: [...participations.values()],
    sources,
    status: row.status ?? 'reported',
    ...(row.weapons?.length && { weapons: row.weapons }),
    ...(row.casualties.length > 0 && {
      casualties: row.casualties.map((each) => ({ ...each, sources: sourceIds })),
    }),
    ...(row.claims?.length && { claims: row.claims.map((claim) => ({ ...claim, sources: sourceIds })) }),
    ...(tags.length > 0 && { tags }),
    ...(original && { original }),
  }
  return { incident, iso }
}

function placeOf({ place: { position, precision } }: RowIncident, id: string): IncidentPlace {
  return {
    id,
    ...(position && { lng: position[0], lat: position[1] }),
    precision: precision ?? NOT_STATED,
  }
}

/** A source whose URL can be a link; [] where it has neither a URL nor a publisher. */
function sourceOf({ publisher, url, lang, ...rest }: RowSource): Omit<SourceReport, 'id'>[] {
  const isLink = url !== undefined && /^https?:\/\//i.test(url) && URL.canParse(url)
  const name = oneLine(publisher)
  return name || isLink ? [{ ...rest, publisher: name, lang: lang ?? 'und', ...(isLink && { url }) }] : []
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
