import type { Messages } from '../en/en.ts'
import { app } from './app.ts'
import { common } from './common.ts'
import { details } from './details.ts'
import { filters } from './filters.ts'
import { list } from './list.ts'
import { map } from './map.ts'
import { problems } from './problems.ts'
import { timeline } from './timeline.ts'
import { vocabulary } from './vocabulary.ts'

export const ar: Messages = { app, common, details, filters, list, map, problems, timeline, vocabulary }
