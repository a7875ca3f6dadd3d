import { readFile } from 'node:fs/promises'
import { connect, type Connection } from '../clickhouse/connection.ts'
import { createBase } from '../clickhouse/createBase.ts'
import { complaintOf } from '../clickhouse/failures.ts'
import { LoadProblem } from '../clickhouse/load/loadProblem.ts'
import type { LoadOutcome } from '../clickhouse/load/loadOutcome.ts'
import { loadRecords } from '../clickhouse/load/loadRecords.ts'
import type { RecordsToLoad } from '../clickhouse/load/nextRecord.ts'
import type { DatasetAbout } from '../incidents/incident.ts'
import { SourceError } from '../query/incidentSource.ts'
import { connectionOf } from './baseOptions.ts'
import { counted } from './describeRejected.ts'
import { Failure } from './failure.ts'
import { openLoadSource, type LoadChoices } from './loadSource.ts'
import { statedAbout, type StatedAbout } from './statedAbout.ts'

export interface LoadArguments extends LoadChoices, StatedAbout {
  /** HTTP addresses of ClickHouse servers. */
  clickhouse: readonly string[]
  /** Name of the cluster that the servers make up; null for one server. */
  cluster: string | null
  database: string
  user?: string | undefined
  password?: string | undefined
  /** Path of a file with an id of an incident on each line. */
  withdraw?: string | undefined
  whole: boolean
  discard: boolean
}

/** 0: everything was loaded; 1: records were rejected, the others were loaded. */
export interface LoadCommandOutcome {
  code: 0 | 1
  /** What to print. */
  lines: string[]
}

/**
 * Loads files into a base on ClickHouse.
 * @throws Failure where something cannot be read, or ClickHouse cannot be reached or refuses
 */
export async function load(
  paths: readonly string[],
  options: LoadArguments,
  onProgress: (records: number, bytes?: number) => void = () => {},
): Promise<LoadCommandOutcome> {
  const withdraw = options.withdraw === undefined ? [] : await readIds(options.withdraw)
  if (paths.length === 0 && withdraw.length === 0)
    throw new Failure('give files to load, or --withdraw with ids of incidents')
  const nodes = options.clickhouse.map((url) => connectTo(url, options))
  const [first] = nodes
  if (!first) throw new Failure('--clickhouse: give the address of a server')
  const stating = statedAbout(options)
  let sent = 0
  try {
    await createBase(nodes)
    const source = await openLoadSource(paths, options, onProgress)
    const { isStated: isStatedThere, parts, leftOut } = source
    const isStated =
      isStatedThere ||
      options.title !== undefined ||
      options.licence !== undefined ||
      options.publisher !== undefined
    const outcome = await loadRecords(first, isStatedThere ? parts : withAbout(parts, stating), {
      nodes,
      fingerprint: JSON.stringify([source.fingerprint, withdraw, options.whole]),
      withdraw,
      isWhole: () => options.whole && !leftOut().hasRejected,
      discard: options.discard,
      keepsAbout: !isStated,
      onProgress({ records, bytes }) {
        sent = bytes
        onProgress(records, bytes)
      },
    })
    const { lines, hasRejected } = leftOut()
    return {
      code: hasRejected ? 1 : 0,
      lines: [
        ...lines,
        ...(options.whole && hasRejected ? [NONE_WITHDRAWN] : []),
        ...describe(outcome),
        ...(isStated ? [] : [describeAbout(outcome.about)]),
      ],
    }
  } catch (reason) {
    // A file that could not be read after others had been loaded.
    throw sent > 0 && reason instanceof Failure
      ? new Failure(`${reason.message}. ${UNSEEN}`)
      : asFailure(reason, { servers: options.clickhouse, hasLoaded: sent > 0 })
  } finally {
    await Promise.all(nodes.map((node) => node.close()))
  }
}

async function* withAbout(
  parts: AsyncIterable<RecordsToLoad>,
  aboutOf: (about: DatasetAbout) => DatasetAbout,
): AsyncGenerator<RecordsToLoad, void, void> {
  for await (const part of parts) yield { ...part, about: aboutOf(part.about) }
}

function connectTo(clickhouse: string, { user, password, database, cluster }: LoadArguments): Connection {
  const given = {
    clickhouse,
    database,
    ...(user !== undefined && { user }),
    ...(cluster !== null && { cluster }),
  }
  return connect(connectionOf(given, { CLICKHOUSE_PASSWORD: password }))
}

async function readIds(path: string): Promise<string[]> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Failure(`${path} cannot be read: give the path of a file with one id on each line`)
  })
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function describe(outcome: LoadOutcome): string[] {
  const counts: [count: number, what: string][] = [
    [outcome.added, 'added'],
    [outcome.replaced, 'replaced'],
    [outcome.withdrawn, 'withdrawn'],
    [outcome.unchanged, 'there already'],
    [outcome.repeated, 'left out, as a later record has the same id'],
    [outcome.withheld, 'not loaded, as they are withdrawn'],
    [outcome.unlike, 'with an id of before, but another day, place and title: look whether they are others'],
    [outcome.notThere, 'not withdrawn, as the base lacks them'],
  ]
  return [
    ...counts.filter(([count]) => count > 0).map(([count, what]) => `${counted(count, 'incident')} ${what}`),
    outcome.isChanged ? `version ${outcome.version}` : `nothing has changed: version ${outcome.version}`,
  ]
}

/** What the base says of itself, where nobody has said it of these files. */
function describeAbout({ title, publisher, licence }: DatasetAbout): string {
  const of = [
    `title "${Object.values(title)[0] ?? ''}"`,
    publisher === '' ? 'no publisher' : `publisher "${publisher}"`,
    licence ? `licence "${licence.name}"` : 'no licence',
  ]
  return `the base says of all its incidents: ${of.join(', ')}. --title, --publisher and --licence say otherwise`
}

/** What to tell of what went wrong, for what is no defect of ours. */
function asFailure(
  reason: unknown,
  { servers, hasLoaded }: { servers: readonly string[]; hasLoaded: boolean },
): unknown {
  if (reason instanceof LoadProblem) return new Failure(reason.message)
  if (!(reason instanceof SourceError)) return reason
  const complaint = complaintOf(reason)
  if (complaint && fullDisk.has(complaint.code))
    return new Failure(`the disk of a ClickHouse server is full. ${GOES_ON}`)
  if (reason.code === 'internal' && !complaint) return reason
  const of = reason.file ?? (reason.code === 'unreachable' ? servers.join(', ') : '')
  const hint = hasLoaded && againCodes.has(reason.code) ? `. ${GOES_ON}` : ''
  return new Failure(`${of && `${of}: `}${reason.message}${hint}`)
}

/** Codes of errors after which the same load can go on. */
const againCodes: ReadonlySet<string> = new Set(['unreachable', 'incomplete', 'timeout', 'busy', 'excessive'])

const NONE_WITHDRAWN =
  'nothing was withdrawn for --whole, as it is not known what was rejected: mend that, and load again'

const UNSEEN =
  'What came before it is written, but no reader sees it: mend the file, and load all again with --discard'

const GOES_ON = 'What has been loaded is kept: run the same command again'

/** ClickHouse's errors CANNOT_WRITE_TO_FILE_DESCRIPTOR and NOT_ENOUGH_SPACE. */
const fullDisk: ReadonlySet<number> = new Set([75, 243])
