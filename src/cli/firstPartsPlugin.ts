import type { HtmlTagDescriptor, Plugin, Rollup } from 'vite'

/**
 * Names in the built index.html what the page is made of behind its entry, so that a browser fetches it beside the
 * entry, not after it, and has its style sheets before anything is drawn.
 * @param module end of the path of the module that the entry imports dynamically
 */
export function firstPartsPlugin(module: string): Plugin {
  return {
    name: 'first-parts',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        if (!bundle) return []
        const chunks = Object.values(bundle).filter((part) => part.type === 'chunk')
        const first = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(module)))
        if (!first) throw new Error(`no bundle holds ${module}`)
        return linksTo(partsOf(first, chunks).filter(({ fileName }) => !html.includes(fileName)))
      },
    },
  }
}

/** A bundle and all that it imports statically, each once. */
function partsOf(first: Rollup.OutputChunk, chunks: readonly Rollup.OutputChunk[]): Rollup.OutputChunk[] {
  const found = new Set([first])
  for (const { imports } of found)
    for (const part of chunks) if (imports.includes(part.fileName)) found.add(part)
  return [...found]
}

function linksTo(parts: readonly Rollup.OutputChunk[]): HtmlTagDescriptor[] {
  const link = (attrs: Record<string, string | boolean>): HtmlTagDescriptor => ({
    tag: 'link',
    attrs: { crossorigin: true, ...attrs },
    injectTo: 'head',
  })
  const styles = new Set(parts.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]))
  return [
    ...parts.map(({ fileName }) => link({ rel: 'modulepreload', href: `./${fileName}` })),
    ...Array.from(styles, (fileName) => link({ rel: 'stylesheet', href: `./${fileName}` })),
  ]
}
