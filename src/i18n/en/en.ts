import { app } from './app.ts'
import { common } from './common.ts'
import { filters } from './filters.ts'
import { legend } from './legend.ts'
import { list } from './list.ts'
import { problems } from './problems.ts'
import { timeline } from './timeline.ts'
import { vocabulary } from './vocabulary.ts'

/** The texts of the first view. English defines their shape, which the other languages have as well. */
export const en = { app, common, filters, legend, list, problems, timeline, vocabulary }

/** Shape of the texts of the first view. */
export type Messages = typeof en
