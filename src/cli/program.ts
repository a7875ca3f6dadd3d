#!/usr/bin/env node
import { readFileSync, realpathSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Command, CommanderError, Option } from 'commander'
import { languages, type Language } from '../incidents/vocabulary.ts'
import type { DayOrder } from '../query/importReport.ts'
import { Failure } from './failure.ts'
import { addLoad } from './loadCommand.ts'
import { packageFolder } from './packageFolder.ts'
import { progressLine } from './progress.ts'
import { addServe } from './serveCommand.ts'
import { wholeNumber } from './wholeNumber.ts'

/*
 * The program `incident-atlas`. Each subcommand loads its own code when it runs. What was asked for goes to stdout,
 * progress and complaints to stderr.
 */

const EXIT_CODES = `
Exit codes: 0 all is well; 1 records were rejected, or a data set has mistakes; 2 something could not be read or written.`

/** The exit code of the subcommand that has run. */
type Finish = (code: number) => void

/** @param finish called with the exit code of a subcommand */
export function createProgram(finish: Finish): Command {
  const program = new Command('incident-atlas')
    .description(
      'A map of reported incidents: read any file of them, publish it as a site for any static host.',
    )
    .version(versionOfPackage())
    .addHelpText('after', EXIT_CODES)
    .exitOverride()
  addCheck(program, finish)
  addPublish(program, finish)
  addInit(program, finish)
  addTemplate(program, finish)
  addStart(program)
  addServe(program, finish)
  addDataset(program, finish)
  addGenerate(program, finish)
  addLoad(program, finish)
  return program
}

function addCheck(program: Command, finish: Finish): void {
  program
    .command('check')
    .description('read files and say what is in them, and what became of every row')
    .argument('<file...>', 'files of any format that is read, or folders of them; read together')
    .option('--json', 'print one line of JSON a file', false)
    .option('--rows <dir>', 'write each table as read to <dir>/FILE_converted.csv')
    .addOption(new Option('--day-first', 'dates such as 02/03/2024 are of March').conflicts('monthFirst'))
    .addOption(new Option('--month-first', 'dates such as 02/03/2024 are of February'))
    .addHelpText('after', examples('check incidents.csv', 'check --json *.xlsx'))
    .action(async (files: string[], options: DayOrderOptions & { json: boolean; rows?: string }) => {
      const { checkFiles } = await import('./check.ts')
      const repeated = options.rows === undefined ? undefined : repeatedName(files)
      if (repeated !== undefined) throw new Failure(`--rows: two files are named ${repeated}`)
      let worst = 0
      const outcomes = await checkFiles(files, {
        json: options.json,
        rows: options.rows,
        dayOrder: dayOrderOf(options),
      })
      for (const { code, output } of outcomes) {
        console.log(output)
        worst = Math.max(worst, code)
      }
      finish(worst)
    })
}

/** A name that occurs twice: its tables would overwrite each other. */
function repeatedName(files: readonly string[]): string | undefined {
  const names = files.map((file) => basename(file))
  return names.find((name, i) => names.indexOf(name) !== i)
}

interface DayOrderOptions {
  dayFirst?: true
  monthFirst?: true
}

function dayOrderOf({ dayFirst, monthFirst }: DayOrderOptions): DayOrder | undefined {
  return dayFirst ? 'day-first' : monthFirst ? 'month-first' : undefined
}

interface PublishArguments extends DayOrderOptions {
  out: string
  title?: string
  licence?: string
  publisher?: string
  lang?: Language
  dataOnly: boolean
  mapping?: string
  allowRejected: boolean
  withOriginal: boolean
}

function addPublish(program: Command, finish: Finish): void {
  program
    .command('publish')
    .description('write a whole site with the incidents of files, ready for any static host')
    .argument('<file...>', 'files of any format that is read, or one folder as `init` writes it')
    .requiredOption('--out <dir>', 'folder to write to: empty, or that of an earlier site')
    .option('--title <text>', 'title of the site; that of the files where absent')
    .option('--licence <licence>', 'such as CC-BY-4.0, or "NAME URL"; where absent: licence not stated')
    .option('--publisher <name>', 'who publishes it')
    .addOption(new Option('--lang <code>', 'language of title and texts').choices(languages))
    .option('--data-only', 'write the data set alone, without the page', false)
    .addOption(new Option('--day-first', 'dates such as 02/03/2024 are of March').conflicts('monthFirst'))
    .addOption(new Option('--month-first', 'dates such as 02/03/2024 are of February'))
    .option('--mapping <file>', 'JSON that gives columns their fields: {"Column": "field"}')
    .option('--allow-rejected', 'publish the accepted records where others are rejected', false)
    .option('--with-original', 'publish every cell of the files as well', false)
    .addHelpText(
      'after',
      examples(
        'publish incidents.xlsx --out my-site --title "Incidents in Freedonia" --licence CC-BY-4.0',
        'publish my-folder --out my-site',
      ),
    )
    .action(async (files: string[], options: PublishArguments) => {
      const { publish } = await import('./publish.ts')
      const { code, lines } = await publish(
        files,
        { ...options, dayOrder: dayOrderOf(options) },
        progressLine(),
      )
      for (const line of lines) (code === 0 ? console.log : console.error)(line)
      finish(code)
    })
}

function addInit(program: Command, finish: Finish): void {
  program
    .command('init')
    .description('write a commented sample of a data set that people edit as YAML')
    .argument('<dir>', 'folder that is empty, or not there yet')
    .addHelpText('after', examples('init my-folder', 'publish my-folder --out my-site'))
    .action(async (dir: string) => {
      const { writeSample } = await import('./sampleFolder.ts')
      for (const name of await writeSample(dir)) console.log(join(dir, name))
      finish(0)
    })
}

function addTemplate(program: Command, finish: Finish): void {
  program
    .command('template')
    .description('write a spreadsheet with the columns, drop-downs and one example row')
    .argument('<file.xlsx>', 'file that is not there yet')
    .addHelpText('after', examples('template incidents.xlsx'))
    .action(async (file: string) => {
      const { writeTemplate } = await import('./writeTemplate.ts')
      if (!file.toLowerCase().endsWith('.xlsx')) throw new Failure(`${file}: give a name that ends in .xlsx`)
      await writeFile(file, await writeTemplate(), { flag: 'wx' }).catch((reason: unknown) => {
        const isThere = reason instanceof Error && 'code' in reason && reason.code === 'EEXIST'
        throw new Failure(
          isThere ? `${file} is there already: give another name` : `${file} cannot be written`,
        )
      })
      console.log(file)
      finish(0)
    })
}

function addStart(program: Command): void {
  program
    .command('start')
    .description('serve the page on this machine')
    .option('--port <number>', 'port, else 4173 or the next one that is free', wholeNumber(1, 65_535))
    .option('--data <dir>', 'a published data set in place of the bundled one')
    .addHelpText('after', examples('start --port 8080', 'start --data my-data'))
    .action(async (options: { port?: number; data?: string }) => {
      const { start } = await import('./start.ts')
      const { url } = await start(options)
      console.log(`Incident Atlas is at ${url}`)
    })
}

function addDataset(program: Command, finish: Finish): void {
  program
    .command('dataset')
    .description('compile a folder of records in YAML into the published form')
    .option('--data <dir>', 'folder of the records', 'data')
    .option('--out <dir>', 'folder to write to', 'public/dataset')
    .addHelpText('after', examples('dataset --data my-folder --out my-data'))
    .action(async ({ data, out }: { data: string; out: string }) => {
      const { buildDataset, summaryOf } = await import('./buildDataset.ts')
      const { formatMistake } = await import('./mistake.ts')
      const outcome = await buildDataset({ dataDir: data, outDir: out })
      const mistakes = outcome.ok ? outcome.warnings : outcome.mistakes
      for (const mistake of mistakes) console.error(formatMistake(mistake))
      if (outcome.ok)
        for (const { name, bytes } of outcome.files) console.log(`${String(bytes).padStart(9)}  ${name}`)
      ;(outcome.ok ? console.log : console.error)(summaryOf(outcome))
      finish(outcome.ok ? 0 : 1)
    })
}

function addGenerate(program: Command, finish: Finish): void {
  program
    .command('generate')
    .description('publish an invented data set of any size')
    .option('--incidents <number>', 'how many incidents', wholeNumber(0, 10_000_000), 100_000)
    .option('--seed <number>', 'the same seed gives the same data set', wholeNumber(0, 4_294_967_295), 1)
    .requiredOption('--out <dir>', 'folder to write to')
    .addHelpText('after', examples('generate --incidents 1000000 --out million'))
    .action(async ({ incidents, seed, out }: { incidents: number; seed: number; out: string }) => {
      const { generate, describeSizes } = await import('./generate.ts')
      const manifest = await generate({ incidents, seed, outDir: resolve(out) }, progressLine())
      for (const line of describeSizes(manifest)) console.log(line)
      finish(0)
    })
}

function examples(...lines: string[]): string {
  return `\nExamples:\n${lines.map((line) => `  incident-atlas ${line}\n`).join('')}`
}

function versionOfPackage(): string {
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string
  }
  return version
}

async function main(): Promise<void> {
  const program = createProgram((code) => {
    process.exitCode = code
  })
  try {
    await program.parseAsync()
  } catch (reason) {
    // Commander has printed its own complaints, and help and version, which end with 0.
    if (reason instanceof CommanderError) process.exitCode = reason.exitCode === 0 ? 0 : 2
    else if (reason instanceof Failure) {
      console.error(`incident-atlas: ${reason.message}`)
      process.exitCode = 2
    } else throw reason
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) await main()
