import type { Connection } from '../../src/clickhouse/connection.ts'
import { wholeTable, type TableName } from '../../src/clickhouse/tables.ts'

/** Writes rows into a table, apart from the product's own loader. @param lines in TabSeparated, one a row */
export async function insertTsv(
  { base, url }: Connection,
  table: TableName,
  lines: readonly string[],
): Promise<void> {
  if (lines.length === 0) return
  const address = new URL(url)
  address.searchParams.set('insert_distributed_sync', '1')
  const body = `INSERT INTO ${wholeTable(base, table).text} FORMAT TabSeparated\n${lines.join('\n')}\n`
  const answer = await fetch(address, { method: 'POST', body })
  if (!answer.ok) throw new Error(await answer.text())
}
