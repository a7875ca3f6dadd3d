import type { RecordWriter } from './recordWriter.ts'
import { textFile } from './textFile.ts'

/**
 * The records as they are, with what their ids stand for: `{ about, actors, places, incidents }`, each as
 * incidents/incident.ts declares it. Each incident is a line of its own.
 */
export const writeFullJson: RecordWriter = (groups, { dictionaries: { actors, places }, about }) =>
  textFile(groups, {
    head: `${JSON.stringify({ about, actors, places }).slice(0, -1)},"incidents":[\n`,
    separator: ',\n',
    tail: '\n]}\n',
    write: (records) => records.map((incident) => JSON.stringify(incident)).join(',\n'),
  })
