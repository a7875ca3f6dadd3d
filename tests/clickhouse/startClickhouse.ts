import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { configText, usersText, type NodePorts } from './serverConfig.ts'
import { findClickhouse, HOW_TO_GET_CLICKHOUSE, type ClickhouseProgram } from './findClickhouse.ts'

/** Servers that run. */
export interface Servers {
  /** HTTP address of each, in the order of the shards. */
  urls: readonly string[]
  /** Name of the cluster that the servers make up; null where there is one server. */
  cluster: string | null
}

/** Servers that we have started ourselves, and can stop. */
export interface OwnServers extends Servers {
  /** Ends one at once, as a crash does (SIGKILL). @param node from 0 */
  kill(node: number): Promise<void>
  /** Starts one again that was killed, and waits until it answers. */
  restart(node: number): Promise<void>
  /** Ends all, and removes all that they have written. */
  stop(): Promise<void>
}

/** Name of the cluster of servers that we start. */
const CLUSTER = 'atlas'

/** Milliseconds until a server must answer: a loaded machine takes its time. */
const PATIENCE = 60_000

/**
 * Starts servers on free ports of the loopback, in a temporary folder of their own.
 * @param count one alone, or that many shards of one cluster
 * @param options.isReplicated whether they are replicas of one shard instead
 * @param options.dataFolders where each server keeps its data, in place of the temporary folder
 * @throws Error that says how to get ClickHouse
 */
export async function startClickhouse(
  count: number,
  options: { dataFolders?: readonly string[]; isReplicated?: boolean } = {},
): Promise<OwnServers> {
  const program = findClickhouse()
  if (!program) throw new Error(HOW_TO_GET_CLICKHOUSE)
  const folder = mkdtempSync(join(tmpdir(), 'atlas-clickhouse-'))
  const ports = await freePorts(count)
  const cluster = count === 1 ? null : CLUSTER
  const shards = options.isReplicated ? [ports] : ports.map((own) => [own])
  const nodes = ports.map((own, i) => {
    const home = join(folder, `node${i + 1}`)
    const data = options.dataFolders?.[i] ?? join(home, 'data')
    for (const path of [home, data, join(home, 'tmp')]) mkdirSync(path, { recursive: true })
    writeFileSync(join(home, 'config.xml'), configText({ home, data, own, shards, cluster: CLUSTER }))
    writeFileSync(join(home, 'users.xml'), usersText)
    return new Node(program, home, own.http)
  })
  const end = () => {
    for (const node of nodes) node.killNow()
  }
  const endAndLeave = () => process.exit(1)
  process.once('exit', end)
  // These would end this process without `exit`.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, endAndLeave)
  const stop = async () => {
    await Promise.all(nodes.map((node) => node.kill()))
    process.off('exit', end).off('SIGINT', endAndLeave).off('SIGTERM', endAndLeave)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await Promise.all(nodes.map((node) => node.start()))
  } catch (reason) {
    await stop()
    throw reason
  }
  return {
    urls: nodes.map(({ url }) => url),
    cluster,
    kill: (node) => at(nodes, node).kill(),
    restart: (node) => at(nodes, node).start(),
    stop,
  }
}

class Node {
  readonly url: string
  private readonly program: ClickhouseProgram
  private readonly home: string
  private child: ChildProcess | undefined

  constructor(program: ClickhouseProgram, home: string, port: number) {
    this.program = program
    this.home = home
    this.url = `http://127.0.0.1:${port}`
  }

  async start(): Promise<void> {
    const log = openSync(join(this.home, 'server.log'), 'a')
    const { path, before } = this.program
    const args = [...before, `--config-file=${join(this.home, 'config.xml')}`]
    const child = spawn(path, args, { cwd: this.home, stdio: ['ignore', log, log] })
    closeSync(log)
    this.child = child
    for (const end = Date.now() + PATIENCE; Date.now() < end; await wait(50)) {
      if (child.exitCode !== null || child.signalCode !== null) break
      if (await answers(this.url)) return
    }
    throw new Error(
      `ClickHouse did not start:\n${readFileSync(join(this.home, 'server.log'), 'utf8').slice(-4_000)}`,
    )
  }

  async kill(): Promise<void> {
    const { child } = this
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }

  killNow(): void {
    this.child?.kill('SIGKILL')
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/ping`, { signal: AbortSignal.timeout(2_000) })).ok
  } catch {
    return false
  }
}

async function freePorts(nodes: number): Promise<NodePorts[]> {
  const servers = await Promise.all(
    Array.from({ length: nodes * 3 }, async () => {
      const server = createServer().listen(0, '127.0.0.1')
      await once(server, 'listening')
      return server
    }),
  )
  // All are held open until all are known, so that no port is given twice.
  const ports = servers.map((server) => (server.address() as AddressInfo).port)
  await Promise.all(servers.map((server) => once(server.close(), 'close')))
  return Array.from({ length: nodes }, (_, i) => ({
    http: at(ports, i * 3),
    tcp: at(ports, i * 3 + 1),
    interserver: at(ports, i * 3 + 2),
  }))
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index]
  if (item === undefined) throw new RangeError(`there is no ${index}`)
  return item
}
