import { describe, expect, it } from 'vitest'
import {
  actorKinds,
  eventTypes,
  geoPrecisions,
  NOT_STATED,
  subEventTypes,
  subtypesAllowed,
  typeOfSubtype,
} from '../../../src/incidents/vocabulary.ts'

describe('the vocabularies', () => {
  it('end with what stands for a value that is not stated', () => {
    for (const vocabulary of [eventTypes, subEventTypes, geoPrecisions, actorKinds])
      expect(vocabulary.indexOf(NOT_STATED as never)).toBe(vocabulary.length - 1)
    expect([eventTypes.length, subEventTypes.length]).toEqual([7, 26])
  })

  it('give each stated sub-event type one event type, and allow not-stated with any', () => {
    for (const subtype of subEventTypes) {
      const allowing = eventTypes.filter((type) => subtypesAllowed(type).includes(subtype))
      if (subtype === NOT_STATED) expect(allowing).toEqual(eventTypes)
      else expect(allowing).toEqual([typeOfSubtype(subtype)])
    }
    expect(typeOfSubtype(NOT_STATED)).toBeUndefined()
  })
})
