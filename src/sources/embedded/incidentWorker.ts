import { SourceError } from '../../query/incidentSource.ts'
import { failureOf } from './failure.ts'
import { freshBuffers } from './freshBuffers.ts'
import type { Answers, Reply, Request } from './messages.ts'
import { openPublished, type OpenedDataset } from './openedDataset.ts'
import { holdForLife } from './sharedLock.ts'

let opened: OpenedDataset | undefined

const send = (reply: Reply, transfer: ArrayBuffer[] = []) => self.postMessage(reply, { transfer })

holdForLife(self.name, () => send({ kind: 'alive' }))

self.addEventListener('message', ({ data }: MessageEvent<Request>) => void answer(data))

async function answer(request: Request): Promise<void> {
  try {
    const value = await answerOf(request)
    send({ kind: 'answer', id: request.id, value }, value && 'facets' in value ? freshBuffers(value) : [])
  } catch (reason) {
    send({ kind: 'failure', id: request.id, failure: failureOf(reason) })
  }
}

async function answerOf(request: Request): Promise<Answers[keyof Answers]> {
  switch (request.kind) {
    case 'open':
      opened = await openPublished(request.manifestUrl, request.manifest, (progress) =>
        send({ kind: 'progress', id: request.id, progress }),
      )
      void tellTexts(opened)
      return opened.describe()
    case 'query':
      return dataset().query(request.query)
    case 'incident':
      return dataset().incident(request.incidentId)
    case 'export':
      return dataset().exportFile(request.filters, request.format)
  }
}

function dataset(): OpenedDataset {
  if (!opened) throw new SourceError('internal', 'asked before a data set was open')
  return opened
}

async function tellTexts({ texts }: OpenedDataset): Promise<void> {
  try {
    await texts((state) => send({ kind: 'texts', state }))
    send({ kind: 'texts', state: 'ready' })
  } catch (reason) {
    send({ kind: 'texts', state: { failure: failureOf(reason) } })
  }
}
