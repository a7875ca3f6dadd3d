import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDay } from '../../../../src/incidents/day.ts'
import type { CountRange } from '../../../../src/incidents/incident.ts'
import { allProfiles } from '../../../../src/ingest/profiles/allProfiles.ts'
import { gdelt1Columns, gdelt2Columns } from '../../../../src/ingest/profiles/gdeltColumns.ts'
import { ucdpColumns } from '../../../../src/ingest/profiles/ucdpColumns.ts'
import type { Profile } from '../../../../src/ingest/profiles/profile.ts'
import type { RowIncident } from '../../../../src/ingest/rowIncident.ts'
import { propertyRuns } from '../../../propertyRuns.ts'
import { headOf, readRows, type Cells } from './readRows.ts'

/* Whatever a table holds, a profile reads it to the end, and says nothing that cannot be held. */

/** Names of columns that the profiles look for. */
const ownColumns: Readonly<Record<string, readonly string[]>> = {
  atlas: split(
    'id date_start date_end time_precision event_type title_en place longitude latitude actors tags details',
  ),
  acled: split(
    'event_id_cnty event_date event_type sub_event_type actor1 assoc_actor_1 inter1 actor2 country location latitude',
    'longitude geo_precision time_precision source notes fatalities tags timestamp disorder_type',
  ),
  'ucdp-ged': ucdpColumns,
  'gdelt-2': gdelt2Columns,
  'gdelt-1': gdelt1Columns,
  viina: split(
    'viina_version event_id_1pd date time GEO_PRECISION asciiname latitude longitude t_mil_b a_rus_b url text',
  ),
  geoconfirmed: split(
    'Id Date Name Faction Origin PlusCode Description Source Geolocation Latitude Longitude Units',
  ),
  airwars: split(
    'airwars_id airwars_url code date date_end military_original military_ar killed_min killed_max injured_min',
    'strike_type_original location_ar latitude longitude sources narrative evidence_ar',
  ),
  timemap: split(
    'id description date time location latitude longitude associations sources filters paths filter_paths mode title',
  ),
  ushahidi: [
    '#',
    'INCIDENT TITLE',
    'INCIDENT DATE',
    'CATEGORY',
    'DESCRIPTION',
    'LATITUDE',
    'LONGITUDE',
    'VERIFIED',
  ],
  'police-uk': [
    'Month',
    'Crime ID',
    'Crime type',
    'Location',
    'LSOA name',
    'Longitude',
    'Latitude',
    'Reported by',
  ],
  kobo: split(
    '_uuid _submission_time incident_date _where_latitude _where_longitude _geolocation killed category url',
  ),
  'my-maps': split('name description folder when begin end Date latitude longitude'),
}

/** Names that are traps for objects used as maps, and for those who fold names. */
const traps = ['__proto__', 'constructor', 'toString', '', '\u{feff}id', ' ', 'id']

function split(...lines: string[]): string[] {
  return lines.flatMap((line) => line.split(' '))
}

const cell = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom('', '0', '1', '2', '-1', '3.5', 'NA', '2024-03-02', '20240302', '10/11/2024'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('["a",{"path":"x"}]', '{"a":[', '[[[', '"a,2024-01-01,b";"c', '__proto__'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
)

/** A table of columns of a profile and others, with more dates that can be read than not. */
function anyTable({ id }: Profile): fc.Arbitrary<Cells> {
  const own = ownColumns[id] ?? []
  const columns = fc.oneof(
    fc.constant([]),
    fc.constant([...own]),
    fc.shuffledSubarray([...own, ...traps], { minLength: Math.floor(own.length / 2) }),
  )
  return columns.chain((names) => {
    const cells = names.map((name) =>
      /date|month|when/i.test(name) ? fc.oneof(fc.constant('2024-03-02'), cell) : cell,
    )
    const full = fc.tuple(...cells)
    return fc.record({
      file: fc.constant('any'),
      table: fc.constantFrom('', 'Events'),
      columns: fc.constant(names),
      rows: fc.array(fc.oneof(full, full, fc.array(cell, { maxLength: 62 })), { maxLength: 4 }),
      format: fc.constantFrom('table' as const, 'kml' as const),
    })
  })
}

describe.each(allProfiles.map((profile) => [profile.id, profile] as const))(
  'the profile %s',
  (_, profile) => {
    it('reads any rows, and gives incidents that hold together', () => {
      let accepted = 0
      fc.assert(
        fc.property(
          anyTable(profile),
          fc.constantFrom('day-first' as const, undefined),
          (cells, dayOrder) => {
            const outcomes = readRows(profile, cells, { others: [cells], ...(dayOrder && { dayOrder }) })
            accepted += outcomes.filter(({ ok }) => ok).length
            expect(
              outcomes.flatMap((outcome) => (outcome.ok ? faultsOf(outcome.incident, profile) : [])),
            ).toEqual([])
          },
        ),
        { numRuns: propertyRuns(300) },
      )
      expect(accepted).toBeGreaterThan(0)
    })

    it('looks at any table', () => {
      fc.assert(
        fc.property(anyTable(profile), (cells) => {
          expect(profile.recognize(headOf(cells))?.by).not.toEqual([])
        }),
        { numRuns: propertyRuns(300) },
      )
    })
  },
)

/** What an incident says that cannot be: empty names, ranges that end before they begin, figures of somebody else. */
function faultsOf(
  { date, place, actors, casualties, sources, tags, title }: RowIncident,
  { claimant }: Profile,
): string[] {
  const [first, last] = [parseDay(date.start), parseDay(date.end ?? date.start)]
  const [lng, lat] = place.position ?? [0, 0]
  const texts = [tags, actors.map(({ name }) => Object.values(name)), Object.values(title ?? {})].flat(2)
  const counts = casualties.flatMap(({ killed, wounded }) => [killed, wounded])
  const faults: Record<string, boolean> = {
    days: first === undefined || last === undefined || first > last,
    position: !(Math.abs(lng) <= 180 && Math.abs(lat) <= 90),
    texts: texts.some((text) => text.trim() === ''),
    sources: sources.some(({ publisher, url }) => !publisher && !url),
    groups: casualties.some(({ group }) => Object.values(group).some((text) => !text.trim()) || group === ''),
    claimants: casualties.some(({ by }) => by !== (claimant ?? 'any')),
    counts: counts.some((count) => typeof count === 'object' && !isRange(count)),
  }
  return Object.keys(faults).filter((name) => faults[name])
}

/** Whether both ends that are given are whole numbers from 0, in order. */
function isRange({ min = 0, max = Infinity }: CountRange): boolean {
  return min <= max && [min, max].every((end) => end >= 0 && (Number.isSafeInteger(end) || end === Infinity))
}
