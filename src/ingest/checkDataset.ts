import * as z from 'zod/mini'
import { withTodaysNames } from '../incidents/olderRecord.ts'
import { actorSchema, datasetAboutSchema, incidentSchema, placeSchema } from '../incidents/recordSchema.ts'
import type { CheckedDataset, CheckedPart } from './checkedDataset.ts'
import { checkRecord } from './checkRecord.ts'
import { checkReferences } from './checkReferences.ts'
import { checkLaws } from './laws/checkLaws.ts'
import type { CountryShapes } from './laws/countryShapes.ts'
import type { DatasetPart, DatasetProblem } from './problem.ts'

/**
 * A data set as plain data, whichever format it was written in. A part that is undefined could not be read: nothing is
 * said of it, nor of references into it.
 */
export interface PlainDataset {
  about: unknown
  /** List of actors, of places. */
  actors: unknown
  places: unknown
  incidents: readonly unknown[]
}

/**
 * Checks records against their schemas, then against each other, then against the laws of `laws/`.
 * @param loadShapes called where the laws need to know where countries are
 */
export async function checkDataset(
  plain: PlainDataset,
  loadShapes: () => Promise<CountryShapes>,
): Promise<{ dataset: CheckedDataset; problems: DatasetProblem[] }> {
  const problems: DatasetProblem[] = []
  const check = <T>(part: DatasetPart, value: unknown, schema: z.ZodMiniType<T>): CheckedPart<T> => {
    if (value === undefined) return { part, plain: value, value }
    // An empty file is null: for its schema, everything in it is missing.
    const checked = checkRecord(schema, value ?? undefined)
    if (checked.ok) return { part, plain: value, value: checked.value }
    problems.push(...checked.problems.map((problem) => ({ part, severity: 'error' as const, ...problem })))
    return { part, plain: value, value: undefined }
  }
  const dataset: CheckedDataset = {
    about: check('about', plain.about, datasetAboutSchema),
    actors: check('actors', plain.actors, z.array(actorSchema)),
    places: check('places', plain.places, z.array(placeSchema)),
    incidents: plain.incidents.map((value, incident) => {
      const part = { incident }
      const { record, renamed } = withTodaysNames(value)
      problems.push(
        ...renamed.map(({ from, to }) => ({
          part,
          path: from,
          severity: 'warning' as const,
          message: `is the older name of this field: write ${to.at(-1)}`,
        })),
      )
      return check(part, record, incidentSchema)
    }),
  }
  problems.push(...checkReferences(dataset), ...(await checkLaws(dataset, loadShapes)))
  return { dataset, problems }
}
