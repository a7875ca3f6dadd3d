import { ActiveFilters } from '../filters/ActiveFilters.tsx'
import { FilterPanel } from '../filters/FilterPanel.tsx'
import { SearchBox } from '../filters/SearchBox.tsx'

/**
 * All filters, and below them the active filters: there, their coming and going moves nothing.
 * @param searching whether the search, which is above them, takes the focus; `null` where it is elsewhere on the page
 */
export function FiltersPane({ searching }: { searching: boolean | null }) {
  return (
    <div className="pane">
      {searching !== null && (
        <div className="pane__head">
          <SearchBox wanted={searching} />
        </div>
      )}
      <div className="pane__body">
        <FilterPanel />
      </div>
      <ActiveFilters />
    </div>
  )
}
