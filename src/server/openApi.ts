import * as z from 'zod/mini'
import { serverPaths } from '../query/servedDataset.ts'
import {
  citingSchema,
  descriptionSchema,
  detailsSchema,
  facetPageSchema,
  queryLineSchema,
  versionSchema,
} from '../served/answerShapes.ts'
import { exportTypes } from './exportBody.ts'
import { bodySchemas, descriptionParameters } from './requestSchemas.ts'
import { errorCodes, errorStatuses, RETRY_AFTER } from './servedError.ts'

/** Path of the document. */
export const OPENAPI_PATH = 'api/openapi.json'

/** A schema as OpenAPI 3.1 has it: JSON Schema 2020-12, without the name of the dialect, which is the default. */
function schemaOf(schema: z.core.$ZodType): Record<string, unknown> {
  // What no JSON Schema can say is told by the metadata of the schema.
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return rest
}

const json = (description: string, schema: object = { type: 'object' }) => ({
  description,
  content: { 'application/json': { schema } },
})

/** What the paths answer, as the page reads it. */
const answerSchemas = {
  Version: versionSchema,
  Description: descriptionSchema,
  QueryLine: queryLineSchema,
  FacetPage: facetPageSchema,
  Incident: detailsSchema,
  Citing: citingSchema,
}

const schemaNamed = (name: keyof typeof answerSchemas) => ({ $ref: `#/components/schemas/${name}` })

const errorSchema = {
  type: 'object',
  required: ['code', 'detail'],
  properties: {
    code: { enum: errorCodes, description: 'What is wrong, for programs.' },
    detail: { type: 'string', description: 'The same for developers; never a value of the request.' },
  },
}

/** The failures that every path can answer with, by status. */
function failures() {
  const all = errorStatuses.map((status) => [
    status,
    {
      ...json(`Failed: see \`code\`.`, { $ref: '#/components/schemas/Error' }),
      ...(status === 503 && {
        headers: {
          'retry-after': {
            description: `Seconds after which to try again: ${RETRY_AFTER}.`,
            schema: { type: 'integer' },
          },
        },
      }),
    },
  ])
  return Object.fromEntries(all) as Record<string, object>
}

const named =
  '`answer`, and `named`: the entries of dictionaries that its indices stand for, with the ancestors of places.'

/** An operation that takes a body. */
function post(id: keyof typeof bodySchemas, summary: string, answer: object, more: object = {}) {
  return {
    post: {
      operationId: id,
      summary,
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemaOf(bodySchemas[id]) } },
      },
      responses: { 200: answer, ...failures(), ...more },
    },
  }
}

function paths() {
  return {
    [`/${serverPaths.version}`]: {
      get: {
        operationId: 'version',
        summary: 'The version that can be opened now.',
        responses: {
          200: json('`version`, and `updated`: the day of the last update.', schemaNamed('Version')),
          ...failures(),
        },
      },
    },
    [`/${serverPaths.description}`]: {
      get: {
        operationId: 'description',
        summary:
          'Extents, dictionaries and counts of a version; of the latest where it is not there any more.',
        parameters: [{ name: 'version', in: 'query', schema: schemaOf(descriptionParameters.shape.version) }],
        responses: {
          200: json(
            'The description. Facets in `paged` have neither dictionary nor counts here.',
            schemaNamed('Description'),
          ),
          304: { description: 'The description is that of `If-None-Match`.' },
          ...failures(),
        },
      },
    },
    [`/${serverPaths.query}`]: post('query', 'Counts, cells, time bins and a page of the list.', {
      description:
        'Lines of JSON: at most one of kind `part`, with what a sample says, then one of kind `whole` or `error`.',
      content: { 'application/x-ndjson': { schema: schemaNamed('QueryLine') } },
    }),
    [`/${serverPaths.facetPage}`]: post(
      'facetPage',
      'Values of a facet that has many, with counts.',
      json(named, schemaNamed('FacetPage')),
    ),
    [`/${serverPaths.incident}`]: post(
      'incident',
      'The full record of an incident.',
      json(named, schemaNamed('Incident')),
      {
        404: json('There is no such incident.', { $ref: '#/components/schemas/Error' }),
      },
    ),
    [`/${serverPaths.citing}`]: post(
      'citing',
      'The incidents that cite each of some URLs.',
      json(named, schemaNamed('Citing')),
    ),
    [`/${serverPaths.export}`]: post('export', 'A file with all records that pass the filters.', {
      description: 'The file.',
      headers: { 'incidents-total': { description: 'Records in it.', schema: { type: 'integer' } } },
      content: Object.fromEntries(
        Object.values(exportTypes).map((type) => [type.split(';')[0], { schema: { type: 'string' } }]),
      ),
    }),
    '/healthz': {
      get: {
        operationId: 'health',
        summary: 'Whether the base answers.',
        responses: {
          200: json('It does; with its version.'),
          503: json('It does not; with the code of the error.'),
        },
      },
    },
  }
}

/** Description of the API: https://spec.openapis.org/oas/v3.1.0. */
export function openApiDocument(): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Incident Atlas',
      version: '1',
      description: 'What the page asks of a base. Indices are those of the dictionaries of the server.',
    },
    servers: [{ url: '..' }],
    paths: paths(),
    components: {
      schemas: {
        Error: errorSchema,
        ...Object.fromEntries(
          Object.entries(answerSchemas).map(([name, schema]) => [name, schemaOf(schema)]),
        ),
      },
    },
  }
}
