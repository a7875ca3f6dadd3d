import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { readDataFolder } from '../../../src/cli/readDataFolder.ts'
import type { Incident } from '../../../src/incidents/incident.ts'
import { about, incidentWith } from '../incidents/sampleRecords.ts'
import { section, show } from './showIncident.tsx'

beforeEach(() => {
  Element.prototype.scrollIntoView = vi.fn()
})

describe('the page of an incident', () => {
  it('gives date and place, each with its precision', async () => {
    show('two')
    expect(await screen.findByRole('heading', { level: 2, name: 'The raid' })).toHaveFocus()
    expect(screen.getByText('22 October 2025')).toBeVisible()
    expect(screen.getByText('Known to the day.')).toBeVisible()
    expect(screen.getByText('36.25, 36.5')).toBeVisible()
    expect(screen.getByText('The parties contradict each other.')).toBeVisible()
  })

  it('puts the claims of each side beside each other, and leads to their source and back', async () => {
    show('two')
    const claims = await section(/What each side says/)
    expect(within(claims).getByRole('heading', { name: 'why Disputed' })).toBeVisible()
    const denial = within(claims).getByText('It was not.').closest<HTMLElement>('.claim')
    if (!denial) throw new Error('no claim')
    expect(denial).toHaveTextContent(/Denies\s*A neighbour\s*by telephone/)
    await userEvent.click(within(denial).getByRole('button', { name: /The Radio/ }))
    const source = within(await section(/Sources/))
      .getByText('heard at noon')
      .closest('li')
    expect(source).toHaveFocus()
    expect(source).toHaveTextContent('Arabic · date not given')
    expect(source).toHaveTextContent('no link')
    expect(source).toHaveTextContent('seen 24 Oct 2025')
    await userEvent.click(within(source ?? document.body).getByRole('button', { name: 'A neighbour' }))
    expect(within(denial).getByText('It was not.').closest('li')).toHaveFocus()
  })

  it('links to publications without a referrer', async () => {
    show('two')
    const [link] = within(await section(/Sources/)).getAllByRole('link', { name: /The Paper paper\.example/ })
    expect(link).toHaveAttribute('href', 'https://www.paper.example/1')
    expect(link).toHaveAttribute('rel', 'noopener noreferrer')
    expect(link).toHaveAttribute('target', '_blank')
  })

  it('gives casualties by claimant, never added up; no report is not zero', async () => {
    show('two')
    const rows = within(await section(/Casualties/)).getAllByRole('row')
    expect(rows[1]).toHaveTextContent(/rebels.*The Radio/)
    expect(rows[2]).toHaveTextContent(/civiliansat least 1not reported/)
    expect(rows[3]).toHaveTextContent('at least one killed')
    expect(rows[5]).toHaveTextContent(/security forces02–4/)
  })

  it('says first who is reported dead, by whom, and what is disputed', async () => {
    show('two')
    await screen.findByRole('heading', { level: 2, name: 'The raid' })
    const inShort = document.querySelector<HTMLElement>('.in-short')
    if (!inShort) throw new Error('nothing in short')
    expect(inShort.textContent?.replace(/\s+/g, ' ')).toContain('deaths by group, no total')
    expect(within(inShort).getByText('at least one killed').closest('li')).toHaveTextContent('rebels')
    expect(within(inShort).getByText('the toll')).toBeVisible()
    await userEvent.click(within(inShort).getByRole('button', { name: 'why' }))
    expect(screen.getByRole('heading', { name: 'why Disputed' })).toHaveFocus()
  })

  it('shows no number for a toll without one, and nothing contested in bold', async () => {
    const contested = incidentWith({
      casualties: [
        {
          by: 'police',
          killedOrWounded: 'some',
          group: 'all',
          said: { en: 'several killed or wounded' },
          sources: ['s1'],
        },
        {
          by: { en: 'Correspondents' },
          killed: 'none-confirmed',
          group: 'all',
          said: { en: 'no casualties confirmed' },
          sources: ['s1'],
        },
      ],
    })
    show('one', {}, { incidents: [contested] })
    const inShort = (await screen.findByText('Deaths')).closest<HTMLElement>('.in-short')
    expect(inShort).toHaveTextContent('no confirmed toll contested')
    expect(inShort).toHaveTextContent('police several killed or wounded')
    expect(inShort).toHaveTextContent('Correspondents no casualties confirmed')
    expect(document.querySelector('.toll--agreed')).toBeNull()
    expect(screen.getByRole('article')).not.toHaveTextContent(/at least 1|killed 1/)
    expect((await section(/Casualties/)).querySelector('.casualties__figure')).toBeNull()
  })

  it('says what is only attributed, and by which medium it came', async () => {
    const recording = incidentWith({
      claims: [
        {
          attributedTo: 'rebels',
          via: { en: 'audio recording' },
          stance: 'asserts',
          says: { en: 'The raid was directed from abroad.' },
          sources: ['s1'],
        },
      ],
    })
    show('one', {}, { incidents: [recording] })
    const claim = (await screen.findByText('The raid was directed from abroad.')).closest('.claim')
    expect(claim).toHaveTextContent('Attributed to rebels')
    expect(claim).toHaveTextContent('audio recording')
  })

  it('says what is not known', async () => {
    show('two')
    const items = within(await section(/What is not known/)).getAllByRole('listitem')
    expect(items.map(({ textContent }) => textContent)).toEqual([
      'Which account is right: the parties contradict each other.',
      'An upper figure: not every count has one.',
      'When 1 of the sources was published.',
      '1 source has no link to check.',
    ])
  })

  it('marks text that is not in the reader’s language', async () => {
    show('two', { language: 'fr' })
    const heading = await screen.findByRole('heading', { level: 2, name: 'Le raid' })
    expect(heading).not.toHaveTextContent('anglais')
    const claim = screen.getByText('It was lawful.').parentElement
    expect(claim).toHaveAttribute('lang', 'en')
    expect(claim).toHaveTextContent('anglais')
  })

  it('says of a bare record what it does not state, and shows the record as in the file', async () => {
    const bare = incidentWith({
      title: {},
      summary: {},
      place: { id: 'not-named', precision: 'not-stated' },
      type: 'not-stated',
      subtype: 'not-stated',
      casualties: [{ by: 'The file', group: 'all', killed: 'none-or-unknown', sources: [] }],
      sources: [],
      original: {
        file: 'some.csv',
        line: 1207,
        cells: [
          ['note', 'ملاحظة'],
          ['link', 'https://example.org/a'],
          ['code', 'javascript:alert(1)'],
        ],
      },
    })
    show('one', {}, { incidents: [bare] })
    expect(await screen.findByRole('heading', { level: 2, name: 'No title' })).toBeVisible()
    expect(screen.getByText('Type not stated')).toBeVisible()
    expect(screen.getByText('Place not named')).toBeVisible()
    expect(screen.getByText('Position not given.')).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Show on the map' })).toBeNull()
    expect(document.querySelector('.facts__coordinates')).toBeNull()
    expect(within(await section(/Sources/)).getByText('The record names no source.')).toBeVisible()
    expect(document.querySelector('.in-short')).toHaveTextContent('no deaths reported, or not known')
    expect(document.querySelector('.casualties__figure')).toBeNull()
    const file = document.querySelector<HTMLDetailsElement>('details.as-in-file')
    expect(file?.open).toBe(false)
    await userEvent.click(screen.getByText('As in the file'))
    expect(file).toHaveTextContent('some.csv · line 1,207')
    const values = [...(file?.querySelectorAll('tbody td') ?? [])]
    expect(values.map(({ textContent }) => textContent)).toEqual([
      'ملاحظة',
      'https://example.org/a',
      'javascript:alert(1)',
    ])
    expect(values.map((value) => value.querySelector('a')?.href)).toEqual([
      undefined,
      'https://example.org/a',
      undefined,
    ])
  })

  it('names a source without a publisher by its host, and says so', async () => {
    const hosted = incidentWith({
      sources: [
        { id: 's1', publisher: '', url: 'https://www.example.org/1', lang: 'und' },
        { id: 's2', publisher: '', lang: 'und', published: '2025-10-23' },
      ],
    })
    show('one', {}, { incidents: [hosted] })
    const [first, second] = within(await section(/Sources/)).getAllByRole('listitem')
    expect(first).toHaveTextContent(/example\.org · publisher not named · date not given/)
    expect(second).toHaveTextContent(/publisher not named · 23 Oct 2025/)
    expect(first).not.toHaveTextContent(/und|Unknown/)
  })

  it('shows all of a real record, and of deaths only what was reported', async () => {
    const folder = await readDataFolder('data')
    const incidents = folder.incidents.flatMap(({ value }) => value ?? [])
    const order = ({ id, date }: Incident) => `${date.start} ${id}`
    incidents.sort((a, b) => (order(a) < order(b) ? -1 : 1))
    const harem = incidents.find(({ id }) => id === '2025-10-22-harem-french-camp-clashes')
    if (!harem) throw new Error('no such incident')
    show(
      harem.id,
      {},
      {
        about: folder.dataset.value ?? about,
        actors: folder.actors.value ?? [],
        places: folder.places.value ?? [],
        incidents,
      },
    )
    expect(await section(/Sources/)).toBeVisible()
    expect(harem.sources.length).toBeGreaterThan(16)
    expect(document.querySelectorAll('.source')).toHaveLength(harem.sources.length)
    expect(harem.claims?.length).toBeGreaterThan(20)
    expect(document.querySelectorAll('.claim__says > li')).toHaveLength(harem.claims?.length ?? 0)
    const inShort = document.querySelector<HTMLElement>('.in-short')
    expect(inShort).toHaveTextContent(/no confirmed toll contested/)
    expect(inShort).toHaveTextContent(/Syrian Observatory for Human Rights several killed or wounded/)
    expect(inShort).toHaveTextContent(/AFP and Al Arabiya correspondents no casualties confirmed/)
    expect(document.querySelector('.casualties__figure')).toBeNull()
    expect(screen.getByRole('article')).not.toHaveTextContent(/at least 1\b/)
  })
})

describe('hostile records', () => {
  it('show their texts as text, and make no link of what is not a web address', async () => {
    const hostile = incidentWith({
      title: { en: '<img src=x onerror=alert(1)>' },
      summary: { en: '<script>alert(1)</script>' },
      sources: [
        {
          id: 's1',
          publisher: '<b>P</b>',
          url: 'javascript:alert(1)',
          lang: 'en',
          archived: 'data:text/html,x',
        },
      ],
    })
    show('one', {}, { incidents: [hostile] })
    expect(await screen.findByRole('heading', { name: '<img src=x onerror=alert(1)>' })).toBeVisible()
    expect(screen.getByText('<script>alert(1)</script>')).toBeVisible()
    expect(screen.getAllByText('link withheld: it is no web address')).toHaveLength(2)
    expect(screen.queryAllByRole('link')).toEqual([])
    expect(document.querySelector('img, script, b')).toBeNull()
  })
})
