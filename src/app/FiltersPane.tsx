import { ActiveFilters } from '../filters/ActiveFilters.tsx'
import { FilterPanel } from '../filters/FilterPanel.tsx'
import { SearchBox } from '../filters/SearchBox.tsx'

/** @param searching the search was asked for */
export function FiltersPane({ searching }: { searching: boolean }) {
  return (
    <div className="pane">
      <div className="pane__head">
        <SearchBox wanted={searching} />
        <ActiveFilters />
      </div>
      <div className="pane__body">
        <FilterPanel />
      </div>
    </div>
  )
}
