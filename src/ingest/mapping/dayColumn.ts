import type { DayOrder } from '../../query/importReport.ts'
import { readDay, type ReadDay } from '../fields/dayField.ts'
import { detectDayColumn, type DayColumn } from '../fields/dayForms.ts'
import { readEpoch, readExcelSerial } from '../fields/dayNumbers.ts'
import type { Reading } from '../reading.ts'

/** How the dates of a column are written, as its cells together show. */
export type DayForm = 'text' | 'serials' | 'seconds' | 'milliseconds'

/** What all cells of a column say of its dates. */
export interface DayEvidence {
  form: DayForm
  /** `undecided`: there are dates that can be read in both orders, and nothing tells which; `fixed`: there are none. */
  order: DayOrder | 'undecided' | 'fixed'
}

/** Gathers what a column says of its dates, part by part. */
export interface DayWitness {
  /** @param cells the next ones of the column */
  hear(cells: readonly string[]): void
  evidence(): DayEvidence
}

export function dayWitness(): DayWitness {
  const orders = new Set<DayOrder | 'undecided'>()
  const forms = new Map<DayForm, number>()
  return {
    hear(cells) {
      const part = detectDayColumn(cells)
      const form = formOf(part)
      forms.set(form, (forms.get(form) ?? 0) + cells.filter((cell) => cell.trim()).length)
      if (part.order === 'undecided') for (const cell of cells) add(orders, detectDayColumn([cell]).order)
      else add(orders, part.order)
    },
    evidence() {
      const form = [...forms].reduce((most, each) => (each[1] > most[1] ? each : most), [
        'text',
        0,
      ] as const)[0]
      const [isDayFirst, isMonthFirst] = [orders.has('day-first'), orders.has('month-first')]
      if (isDayFirst !== isMonthFirst) return { form, order: isDayFirst ? 'day-first' : 'month-first' }
      return { form, order: orders.has('undecided') ? 'undecided' : 'fixed' }
    },
  }
}

function add(orders: Set<DayOrder | 'undecided'>, order: DayColumn['order']): void {
  if (order !== 'fixed') orders.add(order)
}

function formOf({ serials, epochSeconds, epochMilliseconds }: DayColumn): DayForm {
  if (serials) return 'serials'
  if (epochSeconds) return 'seconds'
  return epochMilliseconds ? 'milliseconds' : 'text'
}

/** Reads a cell of a column whose form is known; a cell that is not of that form is read as text. */
export function readDayOfForm(text: string, form: DayForm, order: DayOrder | undefined): Reading<ReadDay> {
  const byForm =
    form === 'serials' ? readExcelSerial(text, 1900) : form === 'text' ? undefined : readEpoch(text, form)
  return byForm && byForm.kind !== 'invalid' ? byForm : readDay(text, order)
}
