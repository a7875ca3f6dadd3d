import { isIP } from 'node:net'
import { InvalidArgumentError, type Command } from 'commander'
import { connectionOf, withBaseOptions, type BaseArguments } from './baseOptions.ts'
import type { StatementArguments } from './serveBase.ts'
import { DEFAULT_HOST, DEFAULT_PORT } from './servedAddress.ts'
import { wholeNumber } from './wholeNumber.ts'

interface ServeArguments extends BaseArguments, StatementArguments {
  host: string
  port: number
  page?: string
  allowHost: string[]
  allowOrigin: string[]
  proxy: string[]
  answers?: number
  perClient?: number
}

/** Adds the subcommand `serve`. @param finish called with its exit code */
export function addServe(program: Command, finish: (code: number) => void): void {
  const command = program
    .command('serve')
    .description('serve a base on ClickHouse, and the page that shows it')
  withBaseOptions(command)
    .option('--host <address>', 'address to listen at; 0.0.0.0 for all', DEFAULT_HOST)
    .option('--port <number>', 'port to listen at', wholeNumber(0, 65_535), DEFAULT_PORT)
    .option('--page <dir>', 'folder of the built page, that of the package where absent')
    .option('--proxy <address>', 'proxy whose X-Forwarded-For is believed; repeatable', proxies, [])
    .option(
      '--allow-host <name>',
      'host that requests may name, such as that of a proxy; repeatable',
      hosts,
      [],
    )
    .option('--allow-origin <origin>', 'origin of another page that may ask; repeatable', origins, [])
    .option('--answers <number>', 'calls that are answered at the same time', wholeNumber(1, 1_000))
    .option('--per-client <number>', 'calls of one client at the same time', wholeNumber(1, 1_000))
    .option('--max-memory <bytes>', 'memory of one statement of ClickHouse', wholeNumber(1, 1e15))
    .option('--max-rows <number>', 'rows that one statement reads', wholeNumber(1, 1e15))
    .addHelpText(
      'after',
      `
Examples:
  incident-atlas serve --clickhouse http://127.0.0.1:8123 --user atlas_reader
  incident-atlas serve --clickhouse http://db1:8123 --cluster atlas --port 8080 --proxy 127.0.0.1
`,
    )
    .action(async (given: ServeArguments) => {
      const { serveBase } = await import('./serveBase.ts')
      const { host, port, page, allowHost, allowOrigin, proxy, answers, perClient } = given
      await serveBase(connectionOf(given, process.env), given, {
        host,
        port,
        page,
        allowedHosts: allowHost,
        allowedOrigins: allowOrigin,
        proxies: proxy,
        limits: {
          ...(answers !== undefined && { answers }),
          ...(perClient !== undefined && { perClient }),
        },
      })
      finish(0)
    })
}

/** Adds the value of an option that may be given several times. @throws InvalidArgumentError */
function proxies(value: string, before: readonly string[]): string[] {
  const [address = '', bits = '0'] = value.split('/')
  if (isIP(address) === 0 || !/^\d{1,3}$/.test(bits) || Number(bits) > (isIP(address) === 4 ? 32 : 128))
    throw new InvalidArgumentError('It takes an address such as 127.0.0.1, or a network such as 10.0.0.0/8.')
  return [...before, value]
}

/** The same for hosts. @throws InvalidArgumentError */
function hosts(value: string, before: readonly string[]): string[] {
  if (!/^[\w.-]+$/.test(value) && isIP(value) === 0)
    throw new InvalidArgumentError('It takes a name such as atlas.example, without scheme and port.')
  return [...before, value]
}

/** The same for origins. @throws InvalidArgumentError */
function origins(value: string, before: readonly string[]): string[] {
  if (!URL.canParse(value) || new URL(value).origin !== value)
    throw new InvalidArgumentError('It takes an origin such as https://atlas.example, without a path.')
  return [...before, value]
}
