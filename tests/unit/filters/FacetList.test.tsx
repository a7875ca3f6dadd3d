import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { FacetList } from '../../../src/filters/FacetList.tsx'
import type { Place } from '../../../src/incidents/incident.ts'
import { incidentWith, places } from '../incidents/sampleRecords.ts'
import { showWithRecords } from '../list/showWithRecords.tsx'

/** More than are folded in one task. */
const many: Place[] = Array.from({ length: 1_700 }, (_, index) => ({
  id: `place-${index}`,
  kind: 'locality',
  name: { en: `Place ${index}`, fr: `Été ${index}` },
  aliases: [],
}))

const names = () =>
  screen.getAllByRole('checkbox').map((box) => box.closest('label')?.querySelector('bdi')?.textContent)

describe('searching within a facet of many values', () => {
  it('shows the rows as they were until all names are folded, then what was found', async () => {
    showWithRecords(<FacetList facet="place" />, {
      places: [...places, ...many],
      incidents: [incidentWith({ id: 'one' })],
    })
    const field = screen.getByRole('textbox')
    const before = ['Freedonia', 'North', 'Town']
    await waitFor(() => expect(names()).toEqual(before))
    fireEvent.change(field, { target: { value: 'ete 1234' } })
    expect(field).toHaveValue('ete 1234')
    expect(names()).toEqual(before)
    await waitFor(() => expect(names()).toEqual(['Place 1234']))
    fireEvent.change(field, { target: { value: '' } })
    expect(names()).toEqual(before)
  })

  it('finds at the first key where the names were folded as a hand came near', () => {
    showWithRecords(<FacetList facet="place" />, {
      places: [...places, ...many.slice(0, 400)],
      incidents: [incidentWith({ id: 'one' })],
    })
    const field = screen.getByRole('textbox')
    fireEvent.pointerEnter(field)
    fireEvent.change(field, { target: { value: 'place 399' } })
    expect(names()).toEqual(['Place 399'])
  })
})
