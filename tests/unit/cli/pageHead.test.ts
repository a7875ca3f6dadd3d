import { describe, expect, it } from 'vitest'
import { withPageHead } from '../../../src/cli/pageHead.ts'

const page = (extra = '') => `<!doctype html><html><head>
    <title>Incident Atlas</title>
    <meta name="application-name" content="Incident Atlas">
    <meta property="og:type" content="website">
    <meta property="og:title" content="Incident Atlas">${extra}
  </head></html>`

const described = page(`
    <meta name="description" content="Old">
    <meta property="og:description" content="Old">`)

describe('withPageHead', () => {
  it('puts title and description in place of the old ones, as text', () => {
    const html = withPageHead(described, 'A & "B" <b> $& $1', 'New')
    expect(html).toContain('<title>A &amp; &quot;B&quot; &lt;b> $&amp; $1</title>')
    expect(html).toContain('property="og:title" content="A &amp; &quot;B&quot; &lt;b> $&amp; $1"')
    expect(html).toContain('name="application-name" content="A &amp;')
    expect(html).toContain('<meta name="description" content="New">')
    expect(html).toContain('<meta property="og:description" content="New">')
    expect(html).not.toContain('Old')
  })

  it('leaves no description of another data set', () => {
    expect(withPageHead(described, 'New', '')).toBe(withPageHead(page(), 'New', ''))
  })

  it('throws where there is nothing to replace', () => {
    expect(() => withPageHead('<html></html>', 'New', '')).toThrow(/no title/)
  })
})
