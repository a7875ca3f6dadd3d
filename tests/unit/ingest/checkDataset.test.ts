import { describe, expect, it, vi } from 'vitest'
import { checkDataset, type PlainDataset } from '../../../src/ingest/checkDataset.ts'
import { countryShapes } from '../../../src/ingest/laws/countryShapes.ts'
import { about, actors, incidentWith, places } from '../incidents/sampleRecords.ts'

/** Freedonia as a square of ten degrees around the town. */
const shapes = countryShapes({
  features: [
    {
      properties: { countries: ['FD'] },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [30, 30],
            [40, 30],
            [40, 40],
            [30, 40],
            [30, 30],
          ],
        ],
      },
    },
  ],
})
/** The named places: compiled records name theirs. */
const codedPlaces = places
  .filter(({ name }) => Object.keys(name).length > 0)
  .map((place) => (place.kind === 'country' ? { ...place, iso: 'FD' } : place))

const plain = (change: Partial<PlainDataset> = {}): PlainDataset => ({
  about,
  actors,
  places: codedPlaces,
  incidents: [incidentWith({})],
  ...change,
})

async function problemsOf(dataset: PlainDataset): Promise<string[]> {
  const { problems } = await checkDataset(dataset, () => Promise.resolve(shapes))
  return problems.map(({ part, path, severity, message }) => {
    const where = typeof part === 'object' ? `incident ${part.incident}` : part
    return `${severity} ${where} ${path.join('.')} ${message.split(':')[0]}`
  })
}

describe('checkDataset', () => {
  it('returns the values of a data set without problems, in the order given', async () => {
    const incidents = [incidentWith({ id: 'two' }), incidentWith({ id: 'one' })]
    const { dataset, problems } = await checkDataset(plain({ incidents }), () => Promise.resolve(shapes))
    expect(problems).toEqual([])
    expect(dataset.about.value).toEqual(about)
    expect(dataset.incidents.map(({ value }) => value)).toEqual(incidents)
  })

  it('tells of each problem its part, path and severity', async () => {
    const incidents = [
      incidentWith({ place: { id: 'town', lng: 40.5, lat: 36, precision: 'town' } }),
      incidentWith({ id: 'two', actors: [{ id: 'polise', role: 'target' }], sources: [] }),
      { ...incidentWith({ id: 'three' }), status: 'repoted' },
    ]
    expect(await problemsOf(plain({ incidents }))).toEqual([
      'error incident 2 status is "repoted" (did you mean "reported"?)',
      'error incident 1 actors.0.id "polise" is not in actors.yaml (did you mean "police"?)',
      expect.stringMatching(/^warning incident 0 place\.lng is at sea/),
      'error incident 1 sources is empty',
    ])
  })

  it('reads older field names, with a warning', async () => {
    const { place, ...rest } = incidentWith({})
    const { lng, ...older } = place
    const incidents = [{ ...rest, place: { ...older, lon: lng } }]
    expect(await problemsOf(plain({ incidents }))).toEqual([
      'warning incident 0 place.lon is the older name of this field',
    ])
    const { dataset } = await checkDataset(plain({ incidents }), () => Promise.resolve(shapes))
    expect(dataset.incidents[0]?.value).toEqual(incidentWith({}))
  })

  it('says nothing of a part that could not be read, nor of references into it', async () => {
    expect(await problemsOf(plain({ actors: undefined }))).toEqual([])
    expect(await problemsOf(plain({ incidents: [undefined, incidentWith({})] }))).toEqual([])
  })

  it('tells of an empty part that everything in it is missing', async () => {
    expect(await problemsOf(plain({ about: null }))).toEqual(['error about  is missing'])
  })

  it('loads the shapes of countries only where a country has a code', async () => {
    const loadShapes = vi.fn(() => Promise.resolve(shapes))
    await checkDataset(plain({ places }), loadShapes)
    expect(loadShapes).not.toHaveBeenCalled()
    await checkDataset(plain(), loadShapes)
    expect(loadShapes).toHaveBeenCalledOnce()
  })
})
