import type { FacetId } from '../incidents/fields.ts'
import type { Filters } from './incidentQuery.ts'

/**
 * Asks for some values of a facet with their counts: for facets with more values than a page can hold
 * (`DatasetDescription.paged`), which `IncidentResult.facets` leaves out.
 */
export interface FacetPageRequest {
  facet: FacetId
  /** The counts are of the incidents that pass all of these but the one on the facet. */
  filters: Filters
  values: WantedValues
}

export type WantedValues =
  /** The values with the most incidents. Ties are in the order of the dictionary. */
  | {
      kind: 'top'
      /** Words that must begin words of a name or alias; '' matches every value. */
      search: string
      /** Id of the value whose children are wanted (places, actors); null for values at any level. */
      within: string | null
      /** How many values of that order come before the first one wanted. */
      offset: number
      limit: number
    }
  /** These values, whatever their counts; ids that the data set lacks are left out. */
  | { kind: 'ids'; ids: readonly string[] }

/** One value of a facet. */
export interface FacetCount {
  /** Index into the dictionary of the facet. */
  index: number
  /** How many incidents have it and pass all filters but the one on its facet. */
  count: number
  /** How many incidents have it, without any filter. */
  total: number
}

export interface FacetPage {
  values: FacetCount[]
  /** How many values match what was asked for, those of other pages included; for `ids`: how many are in `values`. */
  of: number
}
