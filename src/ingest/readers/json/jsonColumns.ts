import type { LeafOrigin } from './jsonLeaves.ts'

/** The columns of a table of JSON records, in order of their first appearance. */
export class JsonColumns {
  private readonly columns: { origin: LeafOrigin; path: string }[] = []
  private readonly indices: Readonly<Record<LeafOrigin, Map<string, number>>> = {
    record: new Map(),
    feature: new Map(),
    geometry: new Map(),
    key: new Map(),
  }

  get count(): number {
    return this.columns.length
  }

  /** Index of a column, which is added where it is new. */
  add(origin: LeafOrigin, path: string): number {
    const indices = this.indices[origin]
    const known = indices.get(path)
    if (known !== undefined) return known
    indices.set(path, this.columns.length)
    return this.columns.push({ origin, path }) - 1
  }

  /** Index of a column; undefined where there is none. */
  indexOf(origin: LeafOrigin, path: string): number | undefined {
    return this.indices[origin].get(path)
  }

  /**
   * Names of the columns. Where two are alike: a property with the name of a part of the geometry is called
   * `properties.name`, a member of a feature with the name of a property `feature.name`, and the name under which an
   * object holds a record, else `id`, is called `key`.
   * @param projected whether the geometry is not in degrees: its columns are then `x`, `y` and `z`
   */
  names(projected: boolean): string[] {
    const { record, geometry } = this.indices
    return this.columns.map(({ origin, path }) => {
      switch (origin) {
        case 'record':
          return geometry.has(path) && !projected ? `properties.${path}` : path
        case 'feature':
          return record.has(path) || geometry.has(path) ? `feature.${path}` : path
        case 'geometry':
          return projected ? (projectedNames.get(path) ?? path) : path
        case 'key':
          return record.has('id') ? 'key' : 'id'
      }
    })
  }
}

const projectedNames = new Map([
  ['longitude', 'x'],
  ['latitude', 'y'],
  ['altitude', 'z'],
])
