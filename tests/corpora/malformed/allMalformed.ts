import { csvFiles } from './csvFiles.ts'
import { jsonFiles } from './jsonFiles.ts'
import type { MalformedFile } from './malformedFile.ts'

/** All files of the corpus. */
export const allMalformed: readonly MalformedFile[] = [...csvFiles, ...jsonFiles]
