import { ActiveFilters } from '../filters/ActiveFilters.tsx'
import { FilterPanel } from '../filters/FilterPanel.tsx'
import { SearchBox } from '../filters/SearchBox.tsx'

/** The search, every filter, and at the foot what is filtered: what comes and goes there moves nothing above it. */
export function FiltersPane() {
  return (
    <div className="pane">
      <div className="pane__head">
        <SearchBox />
      </div>
      <div className="pane__body">
        <FilterPanel />
      </div>
      <ActiveFilters />
    </div>
  )
}
