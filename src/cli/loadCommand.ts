import { Option, type Command } from 'commander'
import { languages } from '../incidents/vocabulary.ts'
import { DEFAULT_DATABASE } from './baseOptions.ts'
import { Failure } from './failure.ts'
import type { LoadArguments } from './load.ts'
import { progressLine } from './progress.ts'

/** Options as they are given. */
interface LoadCommandOptions extends Omit<LoadArguments, 'cluster' | 'dayOrder' | 'password'> {
  cluster?: string
  dayFirst?: true
  monthFirst?: true
}

/** @throws Failure for a text that may not stand in an id */
function readPrefix(text: string): string {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/.test(text))
    throw new Failure('--id-prefix takes up to 32 letters, digits, dots, hyphens and underscores')
  return text
}

/** Adds the subcommand `load`. @param finish called with its exit code */
export function addLoad(program: Command, finish: (code: number) => void): void {
  program
    .command('load')
    .description('load files into a base on ClickHouse, for more incidents than a page can hold')
    .argument('[path...]', 'files of any format that is read, folders of them, or one whole data set')
    .requiredOption(
      '--clickhouse <url>',
      'address of the server; of a cluster given once for each server',
      (url: string, others?: string[]) => [...(others ?? []), url],
    )
    .option('--cluster <name>', 'cluster of the servers, as their configuration names it')
    .option('--database <name>', 'database of the base', DEFAULT_DATABASE)
    .option('--user <name>', 'user of ClickHouse; the password is read from CLICKHOUSE_PASSWORD')
    .option('--withdraw <file>', 'withdraw the incidents whose ids stand in the file, one on each line')
    .option('--whole', 'the files are the whole base: withdraw incidents that they lack', false)
    .option(
      '--discard',
      'drop what a load wrote before it was cut off, if these files cannot go on with it',
      false,
    )
    .option('--title <text>', 'title of the base')
    .option('--licence <licence>', 'such as CC-BY-4.0, or "NAME URL"')
    .option('--publisher <name>', 'who publishes it')
    .addOption(new Option('--lang <code>', 'language of title and texts').choices(languages))
    .addOption(new Option('--day-first', 'dates such as 02/03/2024 are of March').conflicts('monthFirst'))
    .addOption(new Option('--month-first', 'dates such as 02/03/2024 are of February'))
    .option('--mapping <file>', 'JSON that gives columns their fields: {"Column": "field"}')
    .addOption(
      new Option(
        '--id-prefix <name>',
        'put before the ids of the files, where another publisher has the same',
      ).argParser(readPrefix),
    )
    .option('--with-original', 'load every cell of the files as well', false)
    .addHelpText(
      'after',
      `
Examples:
  incident-atlas load --clickhouse http://localhost:8123 incidents.csv
  incident-atlas load --clickhouse http://a:8123 --clickhouse http://b:8123 --cluster atlas my-folder
`,
    )
    .action(async (paths: string[], given: LoadCommandOptions) => {
      const { load } = await import('./load.ts')
      const { cluster, dayFirst, monthFirst, ...options } = given
      const { code, lines } = await load(
        paths,
        {
          ...options,
          cluster: cluster ?? null,
          password: process.env['CLICKHOUSE_PASSWORD'],
          dayOrder: dayFirst ? 'day-first' : monthFirst ? 'month-first' : undefined,
        },
        progressLine(),
      )
      for (const line of lines) (code === 0 ? console.log : console.error)(line)
      finish(code)
    })
}
