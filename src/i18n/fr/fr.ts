import type { Messages } from '../en/en.ts'
import { app } from './app.ts'
import { common } from './common.ts'
import { filters } from './filters.ts'
import { legend } from './legend.ts'
import { list } from './list.ts'
import { problems } from './problems.ts'
import { timeline } from './timeline.ts'
import { vocabulary } from './vocabulary.ts'

export const fr: Messages = { app, common, filters, legend, list, problems, timeline, vocabulary }
