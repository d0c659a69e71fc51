import type { FastifyReply, FastifyRequest } from 'fastify'
import { explainDatabaseError } from '../../core/database-errors.ts'
import { DomainError, type Fault, maxFaults, say } from '../../core/errors.ts'
import { aboutError, aboutFault, type Sentence, saySentence } from '../../texts/index.ts'
import { aboutUntold, cutText, fitInReply } from '../cut.ts'
import { refusalOf, statusOf, statusOfError } from '../problem.ts'
import { entryOf } from './error-codes.ts'
import { JsonApiError, type Problem, statusOfAll, titleOf } from './problems.ts'
import { showSentence } from './sentences.ts'

/** Names the place of a refused value in the request; see write.ts. */
export type Pointers = {
  /** Core's members, and the pointers to their sources in the request. */
  pointers: ReadonlyMap<string, string>
  /** The pointer to the parent of omitted members. */
  parent: string
  /** The value that was read, and the pointer to it. */
  data: unknown
  at: string
}

/** The problems of a refusal of the core. Each points at the value that caused it, if that value is known. */
export function domainProblems(error: DomainError, from?: Pointers): Problem[] {
  const status = statusOf[error.kind]
  const meta = error.permission ? { meta: { permission: error.permission } } : {}
  if (error.faults.length > 0) {
    return error.faults.map((fault) => ({
      status,
      code: error.code,
      says: aboutFault(fault),
      ...(from ? { source: { pointer: pointerOf(fault, from) } } : {}),
      meta: { rule: fault.code, ...lineOf(fault) },
    }))
  }
  const missing = from && error.kind === 'not_found' ? pointerOfMissing(error.code, from) : undefined
  return [
    {
      status,
      code: error.code,
      says: aboutError(error.said ?? say('error_failed')),
      ...(missing ? { source: { pointer: missing } } : {}),
      ...meta,
    },
  ]
}

// The line of a fault inside a text, for editors that mark it, and the column of a fault inside a file.
function lineOf({ params }: Fault): { line?: number; column?: string } {
  const line = 'line' in params && typeof params.line === 'number' ? { line: params.line } : {}
  return 'column' in params && typeof params.column === 'string' ? { ...line, column: params.column } : line
}

/** Answers a request with its errors. A bug is logged in full; its answer has only the id from the log. */
export function sendErrors(request: FastifyRequest, reply: FastifyReply, thrown: unknown): FastifyReply {
  const error = explainDatabaseError(thrown)
  const problems = problemsOf(error)
  const status = statusOfAll(problems)
  if (error !== thrown || (status >= 500 && !(thrown instanceof DomainError)))
    request.log.error({ err: thrown }, 'A request failed.')
  if (error instanceof JsonApiError) reply.headers(error.headers)
  if (error instanceof DomainError && error.retryAfterSeconds) reply.header('retry-after', error.retryAfterSeconds)
  if (status === 401) reply.header('www-authenticate', 'Bearer realm="Sealane"')
  const errors = presentProblems(request, problems, untoldOf(error))
  // Sent as bytes, because the framework adds a charset to texts, and JSON:API forbids the charset.
  return reply.code(status).send(Buffer.from(JSON.stringify({ jsonapi: { version: '1.1' }, errors })))
}

// The value in the request helps to find the fault, but it must not fill a page.
const longest = { detail: 600, pointer: 300, name: 100 }

function untoldOf(error: unknown): number {
  return error instanceof DomainError || error instanceof JsonApiError ? error.untold : 0
}

function presentProblems(request: FastifyRequest, problems: readonly Problem[], untold: number): object[] {
  const present = (problem: Problem) => ({
    id: request.id,
    links: {
      about: `${request.base}/v1/api/errors#${entryOf(problem.code)}`,
      ...(problem.type ? { type: problem.type } : {}),
    },
    status: String(problem.status),
    code: problem.code,
    title: titleOf(problem.status),
    detail: cutText(saySentence(problem.says), longest.detail),
    ...sourceOf(problem),
    ...metaOf(problem),
  })
  const told = fitInReply(problems.slice(0, maxFaults).map(present))
  const [first] = problems
  const more = untold + problems.length - told.length
  if (more === 0 || !first) return told
  const { status, code } = first
  return [...told, present({ status, code, says: aboutUntold(more), meta: { rule: 'more_faults', more } })]
}

// A pointer that is too long is cut to a parent, which still contains the fault.
function sourceOf({ source }: Problem): { source?: Problem['source'] } {
  if (!source) return {}
  if ('parameter' in source) return { source: { parameter: cutText(source.parameter, longest.name) } }
  if (!('pointer' in source) || source.pointer.length <= longest.pointer) return { source }
  const names = source.pointer.split('/')
  while (names.length > 1 && names.join('/').length > longest.pointer) names.pop()
  return { source: { pointer: names.join('/') } }
}

// The meta of a problem names the attribute or the relationship too, because many clients show the problem beside the
// field of that name.
function metaOf({ meta, source, says }: Problem): { meta: Record<string, unknown> } {
  const pointer = source && 'pointer' in source ? source.pointer : ''
  const [, name] = /\/(?:attributes|relationships)\/([^/]+)/.exec(pointer) ?? []
  const all = { ...meta, ...showSentence(says) }
  if (name === undefined) return { meta: all }
  return { meta: { ...all, attribute: cutText(name.replaceAll('~1', '/').replaceAll('~0', '~'), longest.name) } }
}

function problemsOf(error: unknown): readonly Problem[] {
  if (error instanceof JsonApiError) return error.problems
  if (error instanceof DomainError) return domainProblems(error)
  const status = statusOfError(error)
  const says = frameworkSays[status] ?? aboutError(refusalOf(error))
  return [{ status, code: frameworkCodes[status] ?? 'bad_request', says }]
}

const frameworkCodes: Record<number, string> = {
  400: 'bad_request',
  404: 'not_found',
  408: 'request_timeout',
  413: 'body_too_large',
  414: 'url_too_long',
  421: 'host_unknown',
  415: 'unsupported_media_type',
  500: 'internal_error',
}

const frameworkSays: Record<number, Sentence> = {
  408: aboutError(say('request_late')),
  413: aboutError(say('body_large')),
  414: aboutError(say('url_too_long')),
  500: aboutError(say('error_failed')),
}

// A fault of core uses core's names. A missing value is pointed at through its parent.
function pointerOf(fault: Fault, from: Pointers): string {
  const { pointers, parent } = from
  const [first = '', ...rest] = fault.path
  const pointer = pointers.get(first) ?? pointers.get(`${first}Id`)
  if (pointer !== undefined) return cutToExisting([pointer, ...rest].join('/'), from)
  // The verb knows the attribute by its wire name.
  return parent.endsWith('/attributes') ? cutToExisting([parent, first, ...rest].join('/'), from) : parent
}

// A pointer must name a value of the request, so a missing member is pointed at through its parent.
function cutToExisting(pointer: string, { data, at }: Pointers): string {
  let [value, found] = [data, at]
  for (const name of pointer.slice(at.length).split('/').slice(1)) {
    const key = name.replaceAll('~1', '/').replaceAll('~0', '~')
    if (!Object.prototype.propertyIsEnumerable.call(Object(value), key)) return found
    value = Reflect.get(Object(value), key)
    found = `${found}/${name}`
  }
  return found
}

function pointerOfMissing(code: string, { pointers }: Pointers): string | undefined {
  const noun = camelCase(code.replace(/_not_found$/, ''))
  return pointers.get(`${noun}Id`) ?? pointers.get(noun)
}

function camelCase(name: string): string {
  return name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
