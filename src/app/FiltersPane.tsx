import { ActiveFilters } from '../filters/ActiveFilters.tsx'
import { FilterPanel } from '../filters/FilterPanel.tsx'
import { SearchBox } from '../filters/SearchBox.tsx'

/**
 * The search, every filter, and at the foot what is filtered: what comes and goes there moves nothing above it.
 * @param searching the search was asked for
 */
export function FiltersPane({ searching }: { searching: boolean }) {
  return (
    <div className="pane">
      <div className="pane__head">
        <SearchBox wanted={searching} />
      </div>
      <div className="pane__body">
        <FilterPanel />
      </div>
      <ActiveFilters />
    </div>
  )
}
