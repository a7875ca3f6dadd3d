import { app } from './app.ts'
import { common } from './common.ts'
import { filters } from './filters.ts'
import { legend } from './legend.ts'
import { list } from './list.ts'
import { problems } from './problems.ts'
import { timeline } from './timeline.ts'
import { vocabulary } from './vocabulary.ts'

/** Every text of the interface; English is the shape that the others satisfy. */
export const en = { app, common, filters, legend, list, problems, timeline, vocabulary }

export type Messages = typeof en
