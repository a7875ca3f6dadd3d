import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countryOfFips } from '../../../../src/ingest/fields/countryCodes.ts'
import { countryCode } from '../../../../src/ingest/fields/countryField.ts'
import { readCount } from '../../../../src/ingest/fields/countField.ts'
import { readDay, readDayParts } from '../../../../src/ingest/fields/dayField.ts'
import { detectDayColumn } from '../../../../src/ingest/fields/dayForms.ts'
import { readEpoch, readExcelSerial } from '../../../../src/ingest/fields/dayNumbers.ts'
import { readDegrees } from '../../../../src/ingest/fields/degrees.ts'
import { htmlText } from '../../../../src/ingest/fields/htmlText.ts'
import { isMissing } from '../../../../src/ingest/fields/missingWords.ts'
import { readPosition, readPositionCell } from '../../../../src/ingest/fields/positionField.ts'
import { guessLanguage } from '../../../../src/ingest/fields/textLanguage.ts'
import { readUrls } from '../../../../src/ingest/fields/urlField.ts'
import { exactKey, placeKey, regionKey } from '../../../../src/ingest/gazetteer/placeName.ts'
import { propertyRuns } from '../../../propertyRuns.ts'

/** All that reads a text, each with any text in each of its places. */
const readers: readonly [name: string, read: (text: string) => unknown][] = [
  ['readDay', (text) => readDay(text, 'day-first')],
  ['readDayParts', (text) => [readDayParts(text, text, text), readDayParts('2024', text, text)]],
  ['detectDayColumn', (text) => detectDayColumn([text, text])],
  ['readExcelSerial', (text) => readExcelSerial(text, 1900)],
  ['readEpoch', (text) => readEpoch(text, 'seconds')],
  ['readDegrees', (text) => readDegrees(text, 'lat')],
  ['readPosition', (text) => readPosition('35', text)],
  ['readPositionCell', (text) => readPositionCell(text)],
  ['readCount', (text) => readCount(text)],
  ['readUrls', (text) => readUrls(text)],
  ['htmlText', (text) => htmlText(text)],
  ['countryCode', (text) => countryCode(text) ?? null],
  ['countryOfFips', (text) => countryOfFips(text) ?? null],
  ['guessLanguage', (text) => guessLanguage([text])],
  ['isMissing', (text) => isMissing(text)],
  ['keys of places', (text) => [placeKey(text, 'SY'), regionKey(text, 'SY'), exactKey(text)]],
]

const LENGTH = 200_000

/** Texts on which a reader that goes over its text again and again would take minutes. */
const long: readonly [part: string, text: string][] = [
  `0|1 |-|,|.|°|'|"|(|)|&|<|a|é|م|١|1,|1.|1-|35 |2024-|1/2/|May |to |a.|&#|&amp|<a |<a "|<a '"|<!--`.split(
    '|',
  ),
  `<script|<style>|</|<![CDATA[| href=|<a href="|http://|http://a.b |http://a.b,|al-`.split('|'),
  ['|', ' ', '\n', '\u200F', '\u{1F525}'],
]
  .flat()
  .map((part) => [part, part.repeat(LENGTH / part.length)])

describe.each(readers)('%s', (_, read) => {
  it('gives an answer for any text', () => {
    const pieces = fc.constantFrom(...long.map(([part]) => part), '__proto__', 'NaN', '\0', '\uD800')
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.array(pieces, { maxLength: 25 }).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(text, (any) => {
        expect(read(any)).toBeDefined()
      }),
      { numRuns: propertyRuns(500) },
    )
  })

  it('goes through a long text in time that grows with its length', () => {
    for (const [, text] of long) {
      for (const any of [text, `x${text}`, `${text}x`]) expect(read(any)).toBeDefined()
    }
  })
})
