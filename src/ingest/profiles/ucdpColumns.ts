import { haveForm, type CellForm } from './rowsByForm.ts'

/** The columns of UCDP GED since version 20.1, in order; candidate files may come without their names. */
export const ucdpColumns: readonly string[] = [
  'id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name dyad_dset_id',
  'dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources',
  'source_article source_office source_date source_headline source_original where_prec where_coordinates',
  'where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id region event_clarity',
  'date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob',
].flatMap((names) => names.split(' '))

/** The form of the cells by which rows without names of columns are known. */
const forms: readonly CellForm[] = [
  ['id', /^\d{1,9}$/],
  ['year', /^(19|20)\d\d$/],
  ['type_of_violence', /^[123]$/],
  ['where_prec', /^[1-7]$/],
  ['latitude', /^-?\d{1,2}(\.\d+)?$/],
  ['longitude', /^-?\d{1,3}(\.\d+)?$/],
  ['event_clarity', /^[12]$/],
  ['date_prec', /^[1-5]$/],
  ['date_start', /^\d{4}-\d\d-\d\d/],
  ['best', /^\d+$/],
]

/** Whether rows have the cells of these columns. */
export function areUcdpRows(rows: readonly (readonly string[])[]): boolean {
  return haveForm(rows, [ucdpColumns.length], ucdpColumns, forms)
}
