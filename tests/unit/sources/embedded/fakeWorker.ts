import { vi } from 'vitest'
import type { Reply, Request } from '../../../../src/sources/embedded/messages.ts'

/** A worker that keeps what it is asked, and says only what a test lets it say. */
export class FakeWorker extends EventTarget {
  readonly asked: Request[] = []
  isTerminated = false

  postMessage(request: Request): void {
    this.asked.push(request)
  }

  terminate(): void {
    this.isTerminated = true
  }

  say(reply: Reply): void {
    this.dispatchEvent(new MessageEvent('message', { data: reply }))
  }

  fail(message: string): void {
    this.dispatchEvent(Object.assign(new Event('error'), { message }))
  }
}

/** Makes `new Worker` return the one fake worker, until globals are unstubbed. */
export function stubWorker(): FakeWorker {
  const worker = new FakeWorker()
  vi.stubGlobal('Worker', function Worker() {
    return worker
  })
  return worker
}
