import type { Plugin } from 'vite'

const text = String.raw`(['"])(?:\\.|(?!\1)[^\\])*\1`
const description = String.raw`\babout\(\s*${text}\s*,?\s*\)\s*,?`
const descriptionAlone = new RegExp(String.raw`\.check\(\s*${description}\s*\)`, 'g')
const anyDescription = new RegExp(description, 'g')
const pattern = /\bz\.meta\([^)]*\),?/g
const advice = new RegExp(String.raw`\berror:\s*${text}`, 'g')

/** The source without any description or pattern of a field, and with every advice on how to mend one emptied. */
export function emptyEditorTexts(source: string): string {
  return source
    .replaceAll(descriptionAlone, '')
    .replaceAll(anyDescription, '')
    .replaceAll(pattern, '')
    .replaceAll(advice, "error: ''")
}

/**
 * Leaves out of a build what the schema says to those who edit data: the page checks published records, and names
 * only the field at fault.
 */
export function withoutEditorTexts(): Plugin {
  return {
    name: 'without-editor-texts',
    apply: 'build',
    enforce: 'pre',
    transform: (code, id) =>
      id.endsWith('/incidents/recordSchema.ts') ? { code: emptyEditorTexts(code), map: null } : null,
  }
}
