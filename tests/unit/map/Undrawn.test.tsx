import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Incident, IncidentPlace } from '../../../src/incidents/incident.ts'
import { Undrawn } from '../../../src/map/Undrawn.tsx'
import { incidentWith } from '../incidents/sampleRecords.ts'
import { showWithRecords } from '../list/showWithRecords.tsx'

function incidentsAt(...places: IncidentPlace[]): Incident[] {
  return places.map((place, index) => incidentWith({ id: `i${index}`, place }))
}

describe('the notes on what the map does not draw', () => {
  it('tell the country alone from no position, and name the country where there is one', async () => {
    const incidents = incidentsAt(
      { id: 'freedonia', lng: 36, lat: 36, precision: 'country' },
      { id: 'town', precision: 'town' },
      { id: 'north', precision: 'not-stated' },
      { id: 'not-named', precision: 'not-stated' },
      { id: 'town', lng: 36, lat: 36, precision: 'not-stated' },
    )
    showWithRecords(<Undrawn />, { incidents })
    expect(
      await screen.findByRole('button', { name: '1 incident known only to the country: Freedonia' }),
    ).toBeVisible()
    expect(screen.getByText('2 incidents without a position: Freedonia')).toBeVisible()
    expect(screen.getByText('1 incident without a position: country not known')).toBeVisible()
  })

  it('are summed up for more than two countries', async () => {
    const countries = ['a', 'b', 'c'].map((id) => ({
      id,
      kind: 'country' as const,
      name: { en: id },
      aliases: [],
    }))
    const incidents = incidentsAt(...countries.map(({ id }) => ({ id, precision: 'town' as const })))
    showWithRecords(<Undrawn />, { incidents, places: countries })
    expect(await screen.findByText('3 incidents without a position')).toBeVisible()
  })
})
