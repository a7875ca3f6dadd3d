import { expect, it } from 'vitest'
import { createActors } from '../../../../src/ingest/assembly/actorRegistry.ts'
import { assembleIncident } from '../../../../src/ingest/assembly/assembleIncident.ts'
import { createPlaces } from '../../../../src/ingest/assembly/placeRegistry.ts'

it('makes a title of the words of a record whose own title is blank, and leaves blank languages out', () => {
  const textsOf = (title: string) => {
    const { incident } = assembleIncident(
      {
        title: { en: title, ar: ' ' },
        summary: { en: '', fr: 'Un texte' },
        date: { start: '2025-10-20', precision: 'day' },
        place: { locality: 'Newtown' },
        actors: [],
        casualties: [],
        sources: [],
        tags: ['Fire'],
      },
      { id: 'one', lang: 'en', original: undefined },
      { actors: createActors(() => undefined), places: createPlaces(() => undefined) },
    )
    return [incident.title, incident.summary]
  }
  expect(textsOf('')).toEqual([{ en: 'Fire: Newtown' }, { fr: 'Un texte' }])
  expect(textsOf('A fire')).toEqual([{ en: 'A fire' }, { fr: 'Un texte' }])
})
