import { coordinateText, shapePoint, type Position } from '../shapes/shapePoint.ts'
import { linePositions, pointTexts } from './kmlCoordinates.ts'

/** Columns that a placemark fills itself; data of the same name gets the prefix `data.`. */
const ownColumns = [
  'id',
  'name',
  'description',
  'folder',
  'when',
  'begin',
  'end',
  'longitude',
  'latitude',
  'altitude',
  'geometry',
  'address',
  'phoneNumber',
  'Snippet',
  'styleUrl',
  'link',
] as const
type OwnColumn = (typeof ownColumns)[number]

/** Elements whose text is a column, by their path in the placemark. */
const textColumns = new Map<string, OwnColumn>([
  ['name', 'name'],
  ['description', 'description'],
  ['address', 'address'],
  ['phoneNumber', 'phoneNumber'],
  ['Snippet', 'Snippet'],
  ['snippet', 'Snippet'],
  ['styleUrl', 'styleUrl'],
  ['TimeStamp/when', 'when'],
  ['TimeSpan/begin', 'begin'],
  ['TimeSpan/end', 'end'],
])

const geometries = new Set([
  'Point',
  'LineString',
  'LinearRing',
  'Polygon',
  'MultiGeometry',
  'MultiTrack',
  'Track',
  'Model',
])

/** Puts the values of one placemark together from the events of its XML. */
export class Placemark {
  /** Values by name of column. */
  readonly values = new Map<string, string>()
  /** Names of the open elements in the placemark. */
  private readonly path: string[] = []
  private text = ''
  /** Name of the datum that is open; undefined outside. */
  private datum: string | undefined
  private point: string[] | undefined
  private readonly lines: Position[][] = []
  private readonly polygons: Position[][][] = []
  private readonly trackTimes: string[] = []

  constructor(id: string, folder: string) {
    if (id !== '') this.values.set('id', id)
    if (folder !== '') this.values.set('folder', folder)
  }

  /** Levels of the open element. */
  get depth(): number {
    return this.path.length
  }

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    if (this.path.length === 0 && geometries.has(name)) this.values.set('geometry', name)
    this.path.push(name)
    this.text = ''
    if (name === 'Polygon') this.polygons.push([])
    if (name === 'Data' || name === 'SimpleData' || name === 'SimpleArrayData')
      this.datum = attributes.get('name')
    if (name === 'link' && this.path.length === 1) this.add('link', attributes.get('href') ?? '')
  }

  addText(text: string): void {
    this.text += text
  }

  close(name: string): void {
    const { text } = this
    const own = textColumns.get(this.path.join('/'))
    if (own) this.add(own, own === 'description' ? text : text.trim())
    else if (this.path[0] === 'ExtendedData') this.closeDatum(name, text)
    else if (geometries.has(this.path[0] ?? '')) this.closeGeometry(name, text)
    this.path.pop()
    this.text = ''
  }

  /** Fills the columns of its position. */
  finish(): void {
    const [longitude = '', latitude = '', altitude] = this.point ?? this.pointOfShape()
    this.values.set('longitude', longitude)
    this.values.set('latitude', latitude)
    if (altitude !== undefined) this.values.set('altitude', altitude)
    const [first] = this.trackTimes
    if (first !== undefined) {
      this.add('begin', first)
      this.add('end', this.trackTimes.at(-1) ?? first)
    }
  }

  private pointOfShape(): string[] {
    const shapes = { points: [], lines: this.lines, polygons: this.polygons }
    return shapePoint(shapes)?.map(coordinateText) ?? []
  }

  /** Of `ExtendedData`: `Data` with `value`, `SimpleData`, and elements of other vocabularies with text alone. */
  private closeDatum(name: string, text: string): void {
    if (name === 'value' || name === 'SimpleData') this.addDatum(this.datum ?? name, text)
    else if (this.path.length === 2 && name !== 'Data' && name !== 'SchemaData') this.addDatum(name, text)
    if (name === 'Data' || name === 'SimpleData' || name === 'SimpleArrayData') this.datum = undefined
  }

  private addDatum(name: string, text: string): void {
    const isOwn = ownColumns.some((own) => own === name)
    this.add(isOwn ? `data.${name}` : name, text.trim())
  }

  private closeGeometry(name: string, text: string): void {
    if (name === 'coordinates') this.addCoordinates(text)
    if (name === 'coord') this.point ??= pointTexts(text)
    if (name === 'when' && text.trim() !== '') this.trackTimes.push(text.trim())
    if (this.path.at(-2) !== 'Location') return
    if (name === 'longitude') this.point = [text.trim()]
    if (name === 'latitude' || name === 'altitude') this.point?.push(text.trim())
  }

  private addCoordinates(text: string): void {
    if (this.path.at(-2) === 'Point') this.point ??= pointTexts(text)
    else if (this.path.includes('Polygon')) this.polygons.at(-1)?.push(linePositions(text))
    else this.lines.push(linePositions(text))
  }

  /** Adds a value; several values of one column stand on lines of their own. */
  private add(column: string, text: string): void {
    if (text === '') return
    const before = this.values.get(column)
    this.values.set(column, before === undefined ? text : `${before}\n${text}`)
  }
}
