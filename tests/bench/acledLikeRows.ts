import { formatIsoDay } from '../../src/incidents/day.ts'
import { createRandom } from '../../src/cli/synthetic/random.ts'

const header =
  'event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,inter1,actor2,country,admin1,location,' +
  'latitude,longitude,geo_precision,source,notes,fatalities\r\n'

const types = [
  'Riots,Mob violence',
  'Battles,Armed clash',
  'Protests,Peaceful protest',
  'Violence against civilians,Attack',
] as const

/** Days from 2023-01-01 on. */
const FIRST_DAY = 19_358
const DAYS = 360

/**
 * Lines of an invented table in the form of ACLED, the same at each call, header first. One row in ten has no day, an
 * unreadable one, a latitude beyond 90 degrees, or no longitude.
 */
export function* acledLikeRows(rows: number): Generator<string, void, void> {
  const random = createRandom(12)
  yield header
  for (let row = 0; row < rows; row += 1) {
    const fault = row % 10 === 4 ? random.below(4) : -1
    const day = formatIsoDay(FIRST_DAY + random.below(DAYS))
    const written = fault === 0 ? '' : fault === 1 ? 'soon' : day
    const latitude = fault === 2 ? '4239.1' : (32 + 5 * random.next()).toFixed(4)
    const longitude = fault === 3 ? '' : (36 + 6 * random.next()).toFixed(4)
    const actors = `Actor ${random.below(300)},1,Actor ${random.below(300)}`
    const place = `Syria,Aleppo,Town ${random.below(4000)},${latitude},${longitude}`
    const notes =
      `"On ${day} something was reported near the town, with details, in some fifteen to twenty words of plain ` +
      `text, ${row}."`
    const source = `Source ${random.below(60)}; Other ${random.below(60)}`
    yield `SYR${row},${written},1,${random.pick(types)},${actors},${place},1,${source},${notes},${random.below(4)}\r\n`
  }
}
