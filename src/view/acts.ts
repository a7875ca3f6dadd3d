import type { Bounds } from '../incidents/place.ts'
import type { Language } from '../incidents/vocabulary.ts'
import { type FieldId, type FacetId } from '../incidents/fields.ts'
import { noFilters, type DayRange, type Filters, type MapMode } from '../query/incidentQuery.ts'
import { defaultView, MAX_TEXT, roundArea, roundCamera, type Camera, type Theme, type View } from './view.ts'

/** A change of the view by the user. */
export interface Act {
  /**
   * How the browser's history records it. `push`: a deliberate act with an entry of its own, which Back undoes.
   * `replace`: one step of a continuous movement (panning, brushing, typing), which overwrites the present entry.
   */
  history: 'push' | 'replace'
  /** The view after the act; does not modify the view before. */
  apply: (view: View) => View
}

type History = Act['history']

function changeFilters(history: History, change: (filters: Filters) => Partial<Filters>): Act {
  return { history, apply: (view) => ({ ...view, filters: { ...view.filters, ...change(view.filters) } }) }
}

/** Pans or zooms the map. */
export function moveCamera(camera: Camera): Act {
  return { history: 'replace', apply: (view) => ({ ...view, camera: roundCamera(camera) }) }
}

/** Lets the map show all results, whatever it showed before. */
export const fitToResults: Act = { history: 'push', apply: (view) => ({ ...view, camera: null }) }

/** The same where the map moves because a filter has changed: no entry of its own, so that Back undoes the filter. */
export const followResults: Act = { history: 'replace', apply: fitToResults.apply }

/**
 * Filters by days.
 * @param history `replace` while brushing or playing; `push` for presets, clicked time bins and typed dates
 */
export function setDays(days: DayRange, history: History): Act {
  return changeFilters(history, () => ({ days }))
}

/** Filters by a search text. @param text as typed; cut at MAX_TEXT, and nothing but white space is no filter */
export function setText(text: string): Act {
  const kept = text.slice(0, MAX_TEXT)
  return changeFilters('replace', () => ({ text: kept.trim() === '' ? '' : kept }))
}

/** Filters by an area; null clears the filter. */
export function setArea(area: Bounds | null): Act {
  return changeFilters('push', () => ({ area: area && roundArea(area) }))
}

/** Filters by the number of dead, both ends inclusive; null leaves an end open. */
export function setFatalities(min: number | null, max: number | null): Act {
  return changeFilters('push', () => ({ fatalities: { min, max } }))
}

interface AnyChoice {
  include: readonly string[]
  exclude: readonly string[]
}

/** Ids are plain strings here, as they also come from links and data: an unknown id is kept and matches nothing. */
function changeChoice(field: FacetId, change: (choice: AnyChoice) => AnyChoice): Act {
  return changeFilters('push', (filters) => ({
    [field]: { ...filters[field], ...change(filters[field]) },
  }))
}

const without = (ids: readonly string[], id: string) => ids.filter((each) => each !== id)
const toggled = (ids: readonly string[], id: string) => (ids.includes(id) ? without(ids, id) : [...ids, id])

/** Includes a value of a facet, or stops including it. A value is never included and excluded at once. */
export function toggleInclude(field: FacetId, id: string): Act {
  return changeChoice(field, ({ include, exclude }) => ({
    include: toggled(include, id),
    exclude: without(exclude, id),
  }))
}

/** Excludes a value of a facet, or stops excluding it. A value is never included and excluded at once. */
export function toggleExclude(field: FacetId, id: string): Act {
  return changeChoice(field, ({ include, exclude }) => ({
    include: without(include, id),
    exclude: toggled(exclude, id),
  }))
}

/** Includes several values of a facet in addition to those already included. */
export function includeAlso(field: FacetId, ids: readonly string[]): Act {
  return changeChoice(field, ({ include, exclude }) => ({
    include: [...new Set([...include, ...ids])],
    exclude: exclude.filter((id) => !ids.includes(id)),
  }))
}

/** Includes one value of a facet, drops every other choice in it, and lets the map show all results. */
export function showOnly(field: FacetId, id: string): Act {
  const { history, apply } = chooseOnly(field, id)
  return { history, apply: (view) => fitToResults.apply(apply(view)) }
}

/** Includes one value of a facet and drops every other choice in it. */
export function chooseOnly(field: FacetId, id: string): Act {
  return changeChoice(field, () => ({ include: [id], exclude: [] }))
}

/** Removes one value from a facet's filter, whether included or excluded. */
export function releaseValue(field: FacetId, id: string): Act {
  return changeChoice(field, ({ include, exclude }) => ({
    include: without(include, id),
    exclude: without(exclude, id),
  }))
}

/** Filters by actors that must all (true), or any of whom may (false), take part in an incident. */
export function setAllActors(all: boolean): Act {
  return changeFilters('push', ({ actor }) => ({ actor: { ...actor, all } }))
}

/** Clears the filter of one field. */
export function clearField(field: FieldId): Act {
  return clearFields([field])
}

/** Clears the filters of several fields in one act. */
export function clearFields(fields: readonly FieldId[]): Act {
  return changeFilters('push', () => Object.fromEntries(fields.map((field) => [field, noFilters[field]])))
}

/** Clears all filters. */
export const clearFilters: Act = { history: 'push', apply: (view) => ({ ...view, filters: noFilters }) }

/** Opens an incident; closes the one that is open. */
export function openIncident(id: string): Act {
  return { history: 'push', apply: (view) => ({ ...view, incident: id }) }
}

/** Closes the open incident. */
export const closeIncident: Act = { history: 'push', apply: (view) => ({ ...view, incident: null }) }

/** Sets how the map draws incidents. */
export function setMode(show: MapMode): Act {
  return { history: 'push', apply: (view) => ({ ...view, show }) }
}

/** Sets the language of the interface. */
export function setLanguage(language: Language): Act {
  return { history: 'push', apply: (view) => ({ ...view, language }) }
}

/** Sets the theme; null follows the system. */
export function setTheme(theme: Theme | null): Act {
  return { history: 'push', apply: (view) => ({ ...view, theme }) }
}

/**
 * Sets the basemap; null is the built-in one.
 * @param history `replace` while stepping through the days of a satellite map
 */
export function setBasemap(basemap: string | null, history: History = 'push'): Act {
  return { history, apply: (view) => ({ ...view, basemap }) }
}

/** Shows a whole view, as it was before another data set was opened; language and theme stay as they are. */
export function returnTo(before: View): Act {
  return { history: 'push', apply: ({ language, theme }) => ({ ...before, language, theme }) }
}

/**
 * Opens another data set. Only language and theme stay, as filters, camera and open incident mean nothing in it.
 * @param data URL of its manifest; null for the bundled data set; `OWN_FILES` for files of the user
 */
export function openDataset(data: string | null): Act {
  return { history: 'push', apply: ({ language, theme }) => ({ ...defaultView, language, theme, data }) }
}
