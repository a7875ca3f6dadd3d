import type { FastifyInstance } from 'fastify'
import { SourceError } from '../query/incidentSource.ts'

/** Whether a host is this machine alone: by its name, or by an address of the loopback, one of IPv6 with or without brackets. */
export function isLoopback(host: string): boolean {
  return /^(?:localhost|::1|\[::1\]|127(?:\.\d{1,3}){3})$/i.test(host)
}

/**
 * Refuses requests whose Host names another host than the loopback and these. A page elsewhere whose name is made to lead
 * to this machine (DNS rebinding) is of the same origin for browsers, but asks by its own name.
 * @param hosts names or addresses, without port
 */
export function refuseOtherHosts(app: FastifyInstance, hosts: readonly string[]): void {
  const allowed = new Set(hosts.map((host) => host.toLowerCase()))
  app.addHook('onRequest', async ({ headers: { host } }) => {
    // Browsers send it always; programs that speak HTTP/1.0 need not.
    if (host === undefined) return
    const name = host.toLowerCase().replace(/:\d*$/, '')
    if (!isLoopback(name) && !allowed.has(name) && !allowed.has(name.replace(/^\[(.*)\]$/, '$1')))
      throw new SourceError('refused', 'the request is for another host')
  })
}
