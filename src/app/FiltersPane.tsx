import { ActiveFilters } from '../filters/ActiveFilters.tsx'
import { FilterPanel } from '../filters/FilterPanel.tsx'
import { SearchBox } from '../filters/SearchBox.tsx'

/**
 * The search, all filters, and below them the active filters: there, their coming and going moves nothing.
 * @param searching whether the search takes the focus
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
