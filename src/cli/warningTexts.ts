import { tableWarningTexts } from '../ingest/readers/tableFaultTexts.ts'

/** Messages for the warnings of all readers, each followed by the lines it is about. */
const texts: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...tableWarningTexts,
    'json-not-strict': 'JSON that is not strict, such as a comma too many: read all the same',
    'xml-not-strict': 'XML that is not well formed: read as far as it can be understood',
    truncated: 'the file ends before it is complete: what is there is read',
    'other-reference-system': 'positions in another reference system than WGS 84: not converted',
    'network-link': 'a link to another file: not followed',
    'archive-members-left-out': 'files of the archive that hold no data: left out',
  }),
)

/** The text of a warning; its code where it has none. */
export function warningText(code: string): string {
  return texts.get(code) ?? code
}
