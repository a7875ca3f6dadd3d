import type { Bounds } from '../incidents/place.ts'
import type { Language } from '../incidents/vocabulary.ts'
import { type FieldId, type FacetId } from '../incidents/fields.ts'
import { noFilters, type DayRange, type Filters, type MapMode } from '../query/incidentQuery.ts'
import {
  defaultView,
  MAX_TEXT,
  roundArea,
  roundCamera,
  type Basemap,
  type Camera,
  type Theme,
  type View,
} from './view.ts'

/**
 * What a user does to the view. `push` is a deliberate act that Back undoes; `replace` is one moment of a
 * movement (panning, brushing, typing), which leaves no entry of its own in the history.
 */
export interface Act {
  history: 'push' | 'replace'
  apply: (view: View) => View
}

type History = Act['history']

function changeFilters(history: History, change: (filters: Filters) => Partial<Filters>): Act {
  return { history, apply: (view) => ({ ...view, filters: { ...view.filters, ...change(view.filters) } }) }
}

export function moveCamera(camera: Camera): Act {
  return { history: 'replace', apply: (view) => ({ ...view, camera: roundCamera(camera) }) }
}

/** Forgets the camera: the map shows all results. */
export const fitToResults: Act = { history: 'push', apply: (view) => ({ ...view, camera: null }) }

/** The same, where the map has followed a filter: Back undoes that filter. */
export const followResults: Act = { history: 'replace', apply: fitToResults.apply }

/** Brushing and playing `replace`; presets, bins and typed dates `push`. */
export function setDays(days: DayRange, history: History): Act {
  return changeFilters(history, () => ({ days }))
}

export function setText(text: string): Act {
  const kept = text.slice(0, MAX_TEXT)
  return changeFilters('replace', () => ({ text: kept.trim() === '' ? '' : kept }))
}

export function setArea(area: Bounds | null): Act {
  return changeFilters('push', () => ({ area: area && roundArea(area) }))
}

export function setFatalities(min: number | null, max: number | null): Act {
  return changeFilters('push', () => ({ fatalities: { min, max } }))
}

interface AnyChoice {
  include: readonly string[]
  exclude: readonly string[]
}

/**
 * Ids come from links and data as well as from vocabularies, so the keys of the choice are what is checked here;
 * an id that means nothing matches nothing.
 */
function changeChoice(field: FacetId, change: (choice: AnyChoice) => AnyChoice): Act {
  return changeFilters('push', (filters) => ({
    [field]: { ...filters[field], ...change(filters[field]) },
  }))
}

const without = (ids: readonly string[], id: string) => ids.filter((each) => each !== id)
const toggled = (ids: readonly string[], id: string) => (ids.includes(id) ? without(ids, id) : [...ids, id])

export function toggleInclude(field: FacetId, id: string): Act {
  return changeChoice(field, ({ include, exclude }) => ({
    include: toggled(include, id),
    exclude: without(exclude, id),
  }))
}

export function toggleExclude(field: FacetId, id: string): Act {
  return changeChoice(field, ({ include, exclude }) => ({
    include: without(include, id),
    exclude: toggled(exclude, id),
  }))
}

/** Includes `ids` beside what is included already. */
export function includeAlso(field: FacetId, ids: readonly string[]): Act {
  return changeChoice(field, ({ include, exclude }) => ({
    include: [...new Set([...include, ...ids])],
    exclude: exclude.filter((id) => !ids.includes(id)),
  }))
}

/** Nothing but this one value of the facet. */
export function chooseOnly(field: FacetId, id: string): Act {
  return changeChoice(field, () => ({ include: [id], exclude: [] }))
}

/** Lets go of one value, whether included or excluded. */
export function releaseValue(field: FacetId, id: string): Act {
  return changeChoice(field, ({ include, exclude }) => ({
    include: without(include, id),
    exclude: without(exclude, id),
  }))
}

/** Whether all included actors must take part in the same incident. */
export function setAllActors(all: boolean): Act {
  return changeFilters('push', ({ actor }) => ({ actor: { ...actor, all } }))
}

export function clearField(field: FieldId): Act {
  return clearDimensions([field])
}

export function clearDimensions(dimensions: readonly FieldId[]): Act {
  return changeFilters('push', () => Object.fromEntries(dimensions.map((field) => [field, noFilters[field]])))
}

export const clearFilters: Act = { history: 'push', apply: (view) => ({ ...view, filters: noFilters }) }

export function openIncident(id: string): Act {
  return { history: 'push', apply: (view) => ({ ...view, incident: id }) }
}

export const closeIncident: Act = { history: 'push', apply: (view) => ({ ...view, incident: null }) }

export function setMode(show: MapMode): Act {
  return { history: 'push', apply: (view) => ({ ...view, show }) }
}

export function setLanguage(language: Language): Act {
  return { history: 'push', apply: (view) => ({ ...view, language }) }
}

export function setTheme(theme: Theme | null): Act {
  return { history: 'push', apply: (view) => ({ ...view, theme }) }
}

export function setBasemap(basemap: Basemap | null): Act {
  return { history: 'push', apply: (view) => ({ ...view, basemap }) }
}

/** Another data set has other actors, places and days: nothing of the view but language and theme goes with it. */
export function openDataset(data: string | null): Act {
  return { history: 'push', apply: ({ language, theme }) => ({ ...defaultView, language, theme, data }) }
}
