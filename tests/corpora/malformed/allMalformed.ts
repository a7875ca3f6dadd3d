import { archiveFiles } from './archiveFiles.ts'
import { csvFiles } from './csvFiles.ts'
import { jsonFiles } from './jsonFiles.ts'
import { kmlFiles } from './kmlFiles.ts'
import { xlsxFiles } from './xlsxFiles.ts'
import { parquetFiles } from './parquetFiles.ts'
import type { MalformedFile } from './malformedFile.ts'

/** All files of the corpus. */
export const allMalformed: readonly MalformedFile[] = [
  ...csvFiles,
  ...jsonFiles,
  ...kmlFiles,
  ...archiveFiles,
  ...xlsxFiles,
  ...parquetFiles,
]
