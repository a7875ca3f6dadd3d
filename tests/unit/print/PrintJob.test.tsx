import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { PrintCommand } from '../../../src/app/PrintCommand.tsx'
import { parseDay } from '../../../src/incidents/day.ts'
import type { Language } from '../../../src/incidents/vocabulary.ts'
import { MOST_ROWS } from '../../../src/print/collectRows.ts'
import { print as ar } from '../../../src/i18n/ar/print.ts'
import { print as en } from '../../../src/i18n/en/print.ts'
import { print as fr } from '../../../src/i18n/fr/print.ts'
import { noFilters } from '../../../src/query/incidentQuery.ts'
import { SourceError, type IncidentSource } from '../../../src/query/incidentSource.ts'
import { openIncident } from '../../../src/view/acts.ts'
import { act as doAct } from '../../../src/view/viewStore.ts'
import type { View } from '../../../src/view/view.ts'
import { incidentWith } from '../incidents/sampleRecords.ts'
import { showWithRecords, type Records } from '../list/showWithRecords.tsx'

const texts = { en, ar, fr }

vi.mock('../../../src/map/mapPicture.ts', () => ({
  drawMapPicture: () => Promise.resolve(document.createElement('canvas')),
}))

const contested = incidentWith({
  id: 'raid',
  title: { en: 'The raid', fr: 'Le raid', ar: 'المداهمة' },
  date: { start: '2025-10-20', precision: 'week' },
  status: 'disputed',
  disputed: ['toll'],
  sources: [
    { id: 's1', publisher: 'The Paper', url: 'https://www.paper.example/2025/raid?id=1', lang: 'en' },
    { id: 's2', publisher: 'The Radio', lang: 'ar' },
  ],
  casualties: [
    { by: 'police', killed: { min: 0, max: 0 }, group: 'all', sources: ['s1'] },
    { by: 'rebels', killed: { min: 2 }, group: 'all', sources: ['s2'] },
  ],
})
const records: Records = { incidents: [contested, incidentWith({ id: 'later', title: { en: 'The truce' } })] }

const onState: IncidentSource['onState'] = (listener) => {
  listener({ kind: 'ready' })
  return () => {}
}

function show(
  view: Partial<View> = {},
  {
    of = records,
    language = 'en',
    change = {},
  }: { of?: Records; language?: Language; change?: Partial<IncidentSource> } = {},
) {
  return showWithRecords(<PrintCommand />, of, { view, language, change: { onState, ...change } })
}

/** What is on paper, once the browser was asked to print. */
async function printed(name = 'Print'): Promise<HTMLElement> {
  await userEvent.click(screen.getByRole('button', { name }))
  await waitFor(() => expect(window.print).toHaveBeenCalledOnce(), { timeout: 30_000 })
  const sheet = document.querySelector<HTMLElement>('.printed')
  if (!sheet) throw new Error('nothing to print')
  return sheet
}

beforeEach(() => {
  // jsdom shows no dialogs.
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
  vi.spyOn(window, 'print').mockImplementation(() => {})
  vi.mocked(window.print).mockClear()
})

describe('a printed list', () => {
  it('has the title, counts, filters in words, dates, licence, citation and the address of the view', async () => {
    const filters = { ...noFilters, days: { from: parseDay('2025-10-01') ?? 0, to: null } }
    show({ filters })
    const sheet = await printed()
    expect(within(sheet).getByRole('heading', { level: 1, name: 'A small data set' })).toBeInTheDocument()
    expect(within(sheet).getByRole('heading', { name: '2 of 2 incidents' })).toBeInTheDocument()
    expect(sheet).toHaveTextContent('Datesfrom 1 Oct 2025')
    expect(sheet).toHaveTextContent('Updated 31 October 2025')
    expect(sheet).toHaveTextContent(/Printed \d+ \w+ \d{4}/)
    expect(sheet).toHaveTextContent('CC0 https://example.org/licence')
    expect(sheet).toHaveTextContent('Nobody, A small data set')
    expect(sheet).toHaveTextContent('http://localhost:3000/#from=2025-10-01')
    expect(within(sheet).getByRole('img', { name: 'Map' }).querySelector('canvas')).not.toBeNull()
  })

  it('says of each incident when, where, what, its toll with its standing, its status and its sources', async () => {
    show()
    const [, raid] = within(await printed())
      .getAllByRole('listitem')
      .slice(-2)
    expect(raid).toHaveTextContent('20 – 26 October 2025')
    expect(raid).toHaveTextContent('Known only to the week.')
    expect(raid).toHaveTextContent('TownTown')
    expect(raid).toHaveTextContent('The raid')
    expect(raid).toHaveTextContent('BattlesArmed clash')
    expect(raid).toHaveTextContent('contested')
    expect(raid).toHaveTextContent('Disputed2 sources')
  })

  it('says how many of how many if there are too many rows for paper', async () => {
    const many = Array.from({ length: MOST_ROWS + 3 }, (_, index) => incidentWith({ id: `i${index}` }))
    show({}, { of: { incidents: many } })
    const sheet = await printed()
    expect(sheet.querySelectorAll('.printed__row')).toHaveLength(MOST_ROWS)
    expect(sheet).toHaveTextContent('The first 500 of 503 incidents.')
  })

  it.each(['ar', 'fr'] as const)('is in the reader’s language: %s', async (language) => {
    show({}, { language })
    const sheet = await printed({ ar: 'طباعة', fr: 'Imprimer' }[language])
    expect(sheet).toHaveTextContent(texts[language].noFilters)
    expect(sheet).toHaveTextContent(texts[language].link)
    expect(sheet).toHaveTextContent(contested.title[language] ?? '')
    expect(sheet).not.toHaveTextContent(en.link)
  })
})

describe('a printed incident', () => {
  it('is its whole page, unfolded', async () => {
    show({ incident: 'raid' })
    const sheet = await printed()
    expect(within(sheet).getByRole('heading', { level: 2, name: 'The raid' })).toBeInTheDocument()
    const link = [...sheet.querySelectorAll('a')].find(({ href }) => href.includes('paper'))
    expect(link).toHaveAttribute('href', 'https://www.paper.example/2025/raid?id=1')
    expect(sheet).toHaveTextContent(/“The raid” \[raid\]\. Nobody, A small data set\. http/)
    expect(sheet).toHaveTextContent('http://localhost:3000/#incident=raid')
  })
})

describe('preparing', () => {
  it('shows its progress, and can be cancelled', async () => {
    const change = { query: () => new Promise<never>(() => {}) }
    show({}, { change })
    await userEvent.click(screen.getByRole('button', { name: 'Print' }))
    const dialog = await screen.findByRole('dialog', { hidden: true }, { timeout: 30_000 })
    expect(within(dialog).getByRole('progressbar', { hidden: true })).toBeInTheDocument()
    await userEvent.click(within(dialog).getByRole('button', { name: 'Cancel', hidden: true }))
    expect(screen.queryByRole('dialog', { hidden: true })).toBeNull()
    expect(window.print).not.toHaveBeenCalled()
  })

  it('says why it has failed', async () => {
    const change = { incident: () => Promise.reject(new SourceError('missing', 'gone')) }
    show({ incident: 'raid' }, { change })
    await userEvent.click(screen.getByRole('button', { name: 'Print' }))
    expect(
      await screen.findByText('The pages could not be prepared for printing', {}, { timeout: 30_000 }),
    ).toBeInTheDocument()
    expect(window.print).not.toHaveBeenCalled()
  })

  it('prints nothing of a view that has been left', async () => {
    const { store } = show()
    await printed()
    act(() => doAct(store, openIncident('raid')))
    expect(document.querySelector('.printed')).toBeNull()
  })
})
