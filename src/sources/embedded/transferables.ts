import type { IncidentResult } from '../../query/incidentResult.ts'
import type { Answers } from './messages.ts'

/** The buffers of an answer that nobody else holds: they can be transferred to another thread without a copy. */
export function transferablesOf(answer: Answers[keyof Answers]): ArrayBuffer[] {
  // A Blob is sent as it is; newer browsers give it a method `bytes`.
  if (answer instanceof Blob) return []
  if (answer && 'facets' in answer) return buffersOfResult(answer)
  return answer && 'bytes' in answer ? [answer.bytes.buffer] : []
}

function buffersOfResult({ histogram, facets }: IncidentResult): ArrayBuffer[] {
  const bins = histogram ? [histogram.starts, histogram.certain, histogram.uncertain] : []
  return [...bins, ...Object.values(facets)].flatMap(({ buffer }) =>
    buffer instanceof ArrayBuffer ? [buffer] : [],
  )
}
