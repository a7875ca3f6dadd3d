import type { Translated } from '../incidents/incident.ts'

/** English where it exists: index.html has one language, since the reader's is known only when the page runs. */
export function inOneLanguage(of: Translated): string {
  return (of.en ?? of.ar ?? of.fr ?? '').replaceAll(/\s+/g, ' ').trim()
}

/**
 * The built index.html with another title and description, in the tab and in previews of links.
 * @param description '' for none
 * @throws Error where the page has no title to replace
 */
export function withPageHead(html: string, title: string, description: string): string {
  const name = escaped(title)
  if (!/<title>[^<]*<\/title>/.test(html)) throw new Error('index.html has no title')
  // Functions, as `$` in a text would stand for something else.
  return html
    .replace(/<title>[^<]*<\/title>/, () => `<title>${name}</title>`)
    .replaceAll(
      /(<meta (?:name="application-name"|property="og:title") content=")[^"]*(")/g,
      (_, before: string, after: string) => before + name + after,
    )
    .replaceAll(
      /\s*<meta (name="description"|property="og:description") content="[^"]*"\s*\/?>/g,
      (_, key: string) => (description ? `\n    <meta ${key} content="${escaped(description)}">` : ''),
    )
}

/** The text as content of an HTML element, or within the quotation marks of an attribute. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
