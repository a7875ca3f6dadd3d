import { describe, expect, it } from 'vitest'
import { sourceOfLink } from '../../../src/sources/sourceOfLink.ts'

const base = 'https://atlas.example/map/'
const allowedHosts = ['data.example.org', 'data.example.org:8443']

describe('sourceOfLink', () => {
  it.each([
    [null, 'https://atlas.example/map/dataset/manifest.json'],
    ['other', 'https://atlas.example/map/other/manifest.json'],
    ['other/', 'https://atlas.example/map/other/manifest.json'],
    ['/sets/a/manifest.json', 'https://atlas.example/sets/a/manifest.json'],
    ['https://data.example.org/a/', 'https://data.example.org/a/manifest.json'],
    ['https://data.example.org:8443/a', 'https://data.example.org:8443/a/manifest.json'],
  ])('allows %s', (data, manifestUrl) => {
    expect(sourceOfLink(data, base, allowedHosts)).toEqual({
      kind: 'allowed',
      ref: { kind: 'published', manifestUrl, version: null },
    })
  })

  it.each([
    ['https://evil.example/a', 'evil.example'],
    ['//evil.example/a', 'evil.example'],
    ['http://data.example.org/a', 'data.example.org'],
    ['https://data.example.org.evil.example/', 'data.example.org.evil.example'],
    ['https://data.example.org@evil.example/', 'evil.example'],
    ['javascript:alert(1)', 'javascript:'],
    ['data:application/json,{}', 'data:'],
    ['https://[', 'https://['],
  ])('refuses %s', (data, host) => {
    expect(sourceOfLink(data, base, allowedHosts)).toEqual({ kind: 'refused', host })
  })
})

describe('sourceOfLink to a server', () => {
  it.each([
    [null, true, 'https://atlas.example/map/'],
    ['server:', false, 'https://atlas.example/map/'],
    ['server:../other', false, 'https://atlas.example/other/'],
    ['server:https://data.example.org/base?x=1#y', false, 'https://data.example.org/base/'],
    ['server:https://data.example.org:8443', true, 'https://data.example.org:8443/'],
  ])('allows %s on a page that is served: %s', (data, isServed, baseUrl) => {
    expect(sourceOfLink(data, `${base}index.html?a=1`, allowedHosts, isServed)).toEqual({
      kind: 'allowed',
      ref: { kind: 'server', baseUrl, version: null },
    })
  })

  it('opens a published data set that is named on a page that is served', () => {
    expect(sourceOfLink('other', base, allowedHosts, true)).toMatchObject({
      ref: { kind: 'published', manifestUrl: 'https://atlas.example/map/other/manifest.json' },
    })
  })

  it.each([
    ['server:https://evil.example/', 'evil.example'],
    ['server://evil.example', 'evil.example'],
    ['server:http://data.example.org/', 'data.example.org'],
    ['server:https://data.example.org@evil.example/', 'evil.example'],
    ['server:javascript:alert(1)', 'javascript:'],
    ['server:https://[', 'https://['],
  ])('refuses %s', (data, host) => {
    expect(sourceOfLink(data, base, allowedHosts)).toEqual({ kind: 'refused', host })
  })
})
