import { SearchBox } from '../filters/SearchBox.tsx'
import { Coverage } from './Coverage.tsx'
import { PageMenu } from './PageMenu.tsx'
import { SiteName } from './SiteName.tsx'
import './TopBar.css'

/** The bar at the top: the site and its coverage, the search, and the menu of what concerns the whole page. */
export function TopBar() {
  return (
    <header className="top-bar">
      <div className="top-bar__site">
        <SiteName />
        <Coverage />
      </div>
      <SearchBox />
      <div className="top-bar__tools">
        <PageMenu />
      </div>
    </header>
  )
}
