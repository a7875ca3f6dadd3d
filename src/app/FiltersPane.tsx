import { ActiveFilters } from '../filters/ActiveFilters.tsx'
import { FilterPanel } from '../filters/FilterPanel.tsx'
import { SearchBox } from '../filters/SearchBox.tsx'

export function FiltersPane() {
  return (
    <div className="pane">
      <div className="pane__head">
        <SearchBox />
        <ActiveFilters />
      </div>
      <div className="pane__body">
        <FilterPanel />
      </div>
    </div>
  )
}
