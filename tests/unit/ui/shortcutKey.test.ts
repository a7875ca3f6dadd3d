import { describe, expect, it } from 'vitest'
import { shortcutKey, type KeyPress } from '../../../src/ui/shortcutKey.ts'

const press = (key: string, change: Partial<KeyPress> & { altGr?: boolean } = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  isComposing: false,
  getModifierState: (modifier) => modifier === 'AltGraph' && change.altGr === true,
  ...change,
})

describe('the key of a shortcut', () => {
  it.each([
    ['US, /', press('/', { code: 'Slash' }), false, '/'],
    ['AZERTY, Shift and :', press('/', { code: 'Period' }), false, '/'],
    ['German, Shift and 7', press('/', { code: 'Digit7' }), false, '/'],
    ['German Windows, AltGr and 8', press('[', { ctrlKey: true, altKey: true, altGr: true }), false, '['],
    ['German Linux, AltGr and 9', press(']', { altGr: true }), false, ']'],
    ['German Mac, Option and 5', press('[', { altKey: true }), true, '['],
    ['French Mac, Option, Shift and 5', press('[', { altKey: true }), true, '['],
    ['Arabic, Shift and F', press('[', { code: 'KeyF' }), false, '['],
    ['Arabic, the key of /', press('ظ', { code: 'Slash' }), false, '/'],
    ['Arabic, the key of [', press('ج', { code: 'BracketLeft' }), false, '['],
    ['Arabic, the key of ]', press('د', { code: 'BracketRight' }), false, ']'],
    ['Russian, the key of [', press('х', { code: 'BracketLeft' }), false, '['],
    ['AZERTY, the key that is [ elsewhere', press('^', { code: 'BracketLeft' }), false, '^'],
    ['German, the key that is [ elsewhere', press('ü', { code: 'BracketLeft' }), false, 'ü'],
    ['US Mac, Option and [', press('“', { code: 'BracketLeft', altKey: true }), true, '“'],
    ['a browser’s shortcut', press('/', { ctrlKey: true }), false, null],
    ['a menu’s shortcut', press('[', { altKey: true }), false, null],
    ['Control and [ on a Mac', press('[', { ctrlKey: true }), true, null],
    ['Command and [ on a Mac', press('[', { metaKey: true }), true, null],
    ['a text that is being composed', press('/', { isComposing: true }), false, null],
    ['Escape', press('Escape'), false, 'Escape'],
    ['Escape with Alt on a Mac', press('Escape', { altKey: true }), true, null],
  ] as const)('%s', (_, pressed, isMac, key) => {
    expect(shortcutKey(pressed, isMac)).toBe(key)
  })
})
