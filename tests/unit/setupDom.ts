import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'
import { heldTexts } from '../heldTexts.ts'
import { loadMessages } from '../../src/i18n/messages.ts'

// So that every language is there at the first render.
await Promise.all([loadMessages('en'), loadMessages('ar'), loadMessages('fr')])

// jsdom has no media queries: here none matches, and none ever changes.
window.matchMedia ??= (media) =>
  Object.assign(new EventTarget(), {
    media,
    matches: false,
    onchange: null,
    addListener() {},
    removeListener() {},
  })

// A limit against hanging, not a measure: a loaded machine takes its time.
configure({ asyncUtilTimeout: 20_000 })

// What any test has drawn survives a translator.
afterEach(() => {
  const held = heldTexts(document.body)
  cleanup()
  if (held.length > 0) throw new Error(`texts that a translator would break: ${held.join(', ')}`)
})
