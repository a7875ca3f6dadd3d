import { codesFieldIds, fields, idsFieldIds } from '../incidents/fields.ts'
import type { DatasetAbout } from '../incidents/incident.ts'
import { isListOf, isOptional, isRecord, isText, isTranslated } from '../incidents/shapeChecks.ts'
import { SourceError } from '../query/incidentSource.ts'
import { OLDEST_VERSION, SCHEMA_VERSION, type Manifest, type PublishedFile } from './manifest.ts'

/**
 * Reads a manifest. Checked by hand: the schema library would weigh more than this in the first view.
 * @param text JSON
 * @param file URL of the manifest, for errors
 * @throws SourceError 'malformed', or 'unsupported' where it is of a version that is not read
 */
export function readManifest(text: string, file: string): Manifest {
  const fault = (detail: string) => new SourceError('malformed', detail, file)
  const json = parseJson(text, fault)
  if (!isRecord(json)) throw fault('is no object')
  const { schemaVersion } = json
  if (typeof schemaVersion !== 'number') throw fault('names no schema version')
  if (!(schemaVersion >= OLDEST_VERSION && schemaVersion <= SCHEMA_VERSION)) {
    const detail = `schema version ${schemaVersion}, not ${OLDEST_VERSION} to ${SCHEMA_VERSION}`
    throw new SourceError('unsupported', detail, file)
  }
  const need = <T>(key: string, is: (value: unknown) => value is T): T => {
    const value = json[key]
    if (!is(value)) throw fault(`${key} is missing or not as it should be`)
    return value
  }
  return {
    schemaVersion,
    generated: need('generated', isText),
    version: need('version', isText),
    rows: need('rows', isCount),
    about: need('about', isAbout),
    dictionaries: need('dictionaries', isFile),
    columns: need('columns', isFile),
    lists: need('lists', isLists),
    texts: need('texts', isFile),
    pageSize: need('pageSize', isPositive),
    pages: need('pages', isFile),
  }
}

/**
 * Reads the list of pages that a manifest names, unpacked.
 * @param text JSON
 * @param file name of the list, for errors
 * @throws SourceError 'malformed'
 */
export function readPageList(text: string, file: string): PublishedFile[] {
  const fault = (detail: string) => new SourceError('malformed', detail, file)
  const json = parseJson(text, fault)
  if (!isListOf(isFile)(json)) throw fault('is no list of pages')
  return json
}

function parseJson(text: string, fault: (detail: string) => SourceError): unknown {
  try {
    return JSON.parse(text)
  } catch (reason) {
    throw fault(String(reason))
  }
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0
}

function isPositive(value: unknown): value is number {
  return isCount(value) && value > 0
}

/** Names and folders without `..`, or a leading `/` or scheme: a manifest names nothing outside its own folder. */
const plainName = /^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/

function isFile(value: unknown): value is PublishedFile {
  return (
    isRecord(value) &&
    isText(value['name']) &&
    plainName.test(value['name']) &&
    isCount(value['bytes']) &&
    isText(value['sha256']) &&
    /^[0-9a-f]{64}$/.test(value['sha256'])
  )
}

function isLists(value: unknown): value is Manifest['lists'] {
  return (
    isRecord(value) &&
    idsFieldIds.every((id) => isFile(value[fields[id].column])) &&
    codesFieldIds.every((id) => isOptional(isFile)(value[fields[id].column]))
  )
}

/** Whether a value has the fields of the description of a data set that the page uses, of their types. */
export function isAbout(value: unknown): value is DatasetAbout {
  return (
    isRecord(value) &&
    isTranslated(value['title']) &&
    isTranslated(value['description']) &&
    isOptional(isTranslated)(value['coverage']) &&
    typeof value['publisher'] === 'string' &&
    isOptional(isText)(value['citation']) &&
    isText(value['updated']) &&
    isListOf(isText)(value['languages']) &&
    isOptional(isLicence)(value['licence']) &&
    isOptional(isSite)(value['site']) &&
    isOptional(isStart)(value['start'])
  )
}

function isLicence(value: unknown): value is DatasetAbout['licence'] {
  return isRecord(value) && isText(value['name']) && isText(value['url'])
}

function isSite(value: unknown): value is DatasetAbout['site'] {
  return (
    isRecord(value) &&
    isTranslated(value['title']) &&
    (value['icon'] === undefined || (isText(value['icon']) && plainName.test(value['icon'])))
  )
}

function isStart(value: unknown): value is DatasetAbout['start'] {
  return isRecord(value) && isText(value['incident']) && isTranslated(value['label'])
}
