import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDay } from '../../../../src/incidents/day.ts'
import { allProfiles } from '../../../../src/ingest/profiles/allProfiles.ts'
import { gdelt1Columns, gdelt2Columns } from '../../../../src/ingest/profiles/gdeltColumns.ts'
import { ucdpColumns } from '../../../../src/ingest/profiles/ucdpColumns.ts'
import type { Profile } from '../../../../src/ingest/profiles/profile.ts'
import type { RowOutcome } from '../../../../src/ingest/rowIncident.ts'
import { propertyRuns } from '../../../propertyRuns.ts'
import { headOf, readRows, type Cells } from './readRows.ts'

/* Whatever a table holds, a profile reads it to the end, and says nothing that cannot be held. */

/** Names of columns that the profiles look for. */
const ownColumns: Readonly<Record<string, readonly string[]>> = {
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
            const around = { others: [cells], ...(dayOrder && { dayOrder }) }
            for (const outcome of readRows(profile, cells, around)) {
              expectWhole(outcome, profile)
              if (outcome.ok) accepted += 1
            }
          },
        ),
        { numRuns: propertyRuns(300) },
      )
      expect(accepted).toBeGreaterThan(0)
    })

    it('looks at any table', () => {
      fc.assert(
        fc.property(anyTable(profile), (cells) => {
          const recognition = profile.recognize(headOf(cells))
          expect(recognition === undefined || recognition.by.length > 0).toBe(true)
        }),
        { numRuns: propertyRuns(300) },
      )
    })
  },
)

/** An outcome that says nothing impossible: no empty names, no range that ends before it begins. */
function expectWhole(outcome: RowOutcome, profile: Profile): void {
  if (!outcome.ok) {
    expect(outcome.column).toBeGreaterThanOrEqual(-1)
    return
  }
  const { date, place, actors, casualties, sources, tags, title } = outcome.incident
  const [start, end] = [parseDay(date.start), parseDay(date.end ?? date.start)]
  expect(start !== undefined && end !== undefined && start <= end).toBe(true)
  const [lng, lat] = place.position ?? [0, 0]
  expect(Math.abs(lng) <= 180 && Math.abs(lat) <= 90).toBe(true)
  const texts = [...tags, ...actors.flatMap(({ name }) => Object.values(name)), ...Object.values(title ?? {})]
  expect(texts.filter((text) => text.trim() === '')).toEqual([])
  expect(sources.filter(({ publisher, url }) => !publisher && !url)).toEqual([])
  for (const { by, killed, wounded } of casualties) {
    expect([profile.claimant ?? 'any', 'any']).toContain(by)
    for (const count of [killed, wounded]) {
      if (typeof count !== 'object') continue
      expect((count.min ?? 0) <= (count.max ?? Infinity)).toBe(true)
      expect([count.min ?? 0, count.max ?? 0].every((end) => Number.isSafeInteger(end) && end >= 0)).toBe(
        true,
      )
    }
  }
}
