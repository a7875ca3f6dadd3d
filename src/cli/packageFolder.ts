import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * The folder of this package: the nearest above the running code that holds package.json. The code runs from src/cli as
 * TypeScript, or as one bundle from dist-cli.
 */
export const packageFolder = folderAbove(import.meta.dirname)

function folderAbove(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  const above = dirname(folder)
  if (above === folder) throw new Error('package.json is not above the program: install the package anew')
  return folderAbove(above)
}

/** The built page: index.html and what it loads. */
export const pageFolder = join(packageFolder, 'dist')
