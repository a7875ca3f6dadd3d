import { SourceError } from '../../query/incidentSource.ts'
import { openPublished } from '../published/openPublished.ts'
import { serveDataset } from './serveDataset.ts'

serveDataset(async (question, { hold, tell }) => {
  if (question.kind === 'open') return hold(await openPublished(question.ref, tell))
  throw new SourceError('internal', `${question.kind} asked of a worker that opens published data sets`)
})
