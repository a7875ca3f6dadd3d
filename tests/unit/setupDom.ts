import '@testing-library/jest-dom/vitest'
import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'
import { loadMessages } from '../../src/i18n/messages.ts'

// So that every language is there at the first render.
await Promise.all([loadMessages('ar'), loadMessages('fr')])

afterEach(cleanup)
