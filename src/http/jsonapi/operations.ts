import type { FastifyRequest } from 'fastify'
import type { Context } from '../../core/context.ts'
import { DomainError, say } from '../../core/errors.ts'
import { baseOf } from './documents.ts'
import { domainProblems } from './error-documents.ts'
import { findItem } from './find.ts'
import { answerOnce, type Handler, type Serving, send } from './handlers.ts'
import { atomicExtension, formatMediaType } from './media-types.ts'
import { appliesAtomic } from './negotiate.ts'
import { keepLid, type Lids, type OperationTarget, readTarget } from './operation-targets.ts'
import { JsonApiError, refuse } from './problems.ts'
import { readQuery } from './query.ts'
import { refuseVerb } from './refusals.ts'
import { resources } from './registry.ts'
import { addLinkage, refuseRemoval, replaceLinkage } from './relationship-writes.ts'
import { itemOf, serialize } from './serialize.ts'
import { isObject, perform, readResourceObject } from './write.ts'

/** The greatest number of operations in one request. */
export const maxOperations = 50

type Result = { data?: object }
type Run = { ctx: Context; deps: Serving; base: string; lids: Lids }
type Operation = { op: string; target: OperationTarget; data: unknown; at: string }

/** `POST /operations`: the atomic operations extension. All operations run in order, or none runs. */
export const operationsHandler: Handler = async (request, reply, deps) => {
  requireExtension(request)
  const [any] = resources
  if (any) readQuery(request.url, any, {})
  const operations = readOperations(request.body)
  const base = baseOf(request)
  const results = await answerOnce(request, reply, async (ctx) => {
    const run: Run = { ctx, deps, base, lids: new Map() }
    const done: Result[] = []
    for (const [index, operation] of operations.entries()) done.push(await performOperation(run, operation, index))
    return done
  })
  if (results.every((result) => result.data === undefined)) return reply.code(204).send()
  const document = { jsonapi: { version: '1.1', ext: [atomicExtension] }, 'atomic:results': results }
  return send(request, reply, JSON.stringify(document))
}

function requireExtension(request: FastifyRequest): void {
  if (!appliesAtomic(request)) {
    const said = say('atomic_content_type', { type: formatMediaType([atomicExtension], []) })
    throw refuse(415, 'unsupported_media_type', said, { header: 'Content-Type' })
  }
  const { profiles = [], asked = [] } = request.negotiated ?? {}
  request.negotiated = { profiles, asked, extensions: [atomicExtension] }
}

function readOperations(body: unknown): Record<string, unknown>[] {
  const pointer = '/atomic:operations'
  const operations = isObject(body) ? body['atomic:operations'] : undefined
  if (!isObject(body) || operations === undefined)
    throw refuse(400, 'malformed_document', say('atomic_missing'), { pointer: '' })
  const stranger = ['data', 'included', 'errors'].find((name) => name in body)
  if (stranger)
    throw refuse(400, 'malformed_document', say('stranger', { name: stranger }), { pointer: `/${stranger}` })
  if (!Array.isArray(operations) || operations.length === 0)
    throw refuse(400, 'malformed_document', say('operations_list'), { pointer })
  if (operations.length > maxOperations)
    throw refuse(400, 'too_many', say('operations_many', { limit: maxOperations }), { pointer })
  return operations.map((operation: unknown, index) => {
    if (isObject(operation)) return operation
    throw refuse(400, 'malformed_document', say('operation_object'), { pointer: `${pointer}/${index}` })
  })
}

async function performOperation(run: Run, given: Record<string, unknown>, index: number): Promise<Result> {
  const at = `/atomic:operations/${index}`
  try {
    const { op, data } = given
    if (op !== 'add' && op !== 'update' && op !== 'remove') {
      const pointer = op === undefined ? at : `${at}/op`
      throw refuse(400, 'malformed_document', say('op'), { pointer })
    }
    const operation = { op, data, at, target: readTarget(given, at, run.lids) }
    if (op !== 'remove' && !('data' in given))
      throw refuse(400, 'malformed_document', say('data_missing'), { pointer: at })
    return operation.target.relationship === null
      ? await changeResource(run, operation)
      : await changeLinkage(run, operation)
  } catch (error) {
    throw pointAt(error, at)
  }
}

async function changeResource(run: Run, { op, target, data, at }: Operation): Promise<Result> {
  const { ctx, deps, lids } = run
  const { resource, id } = target
  const resolveLid = (type: string, lid: string) => lids.get(`${type} ${lid}`) ?? null
  if (op === 'add') {
    const { create } = resource
    if (id !== null) throw refuse(400, 'malformed_document', say('add_to_resource'), { pointer: at })
    if (!create) throw refuseVerb(resource, 'create')
    const draft = readResourceObject(data, { resource, at: `${at}/data`, resolveLid })
    const record = await perform(draft, () => create(ctx, draft.given, deps))
    if (draft.lid !== null) keepLid(lids, resource.type, draft.lid, record.id, `${at}/data/lid`)
    return { data: JSON.parse(serialize(run.base, itemOf(resource, record), new Map())) }
  }
  if (id === null) throw refuse(400, 'malformed_document', say('which', { type: resource.type }), { pointer: at })
  const current = await findItem(ctx, resource, id)
  if (op === 'remove') {
    if (!resource.remove) throw refuseVerb(resource, 'remove')
    await resource.remove(ctx, current.record.id)
    return {}
  }
  const { update } = resource
  if (!update) throw refuseVerb(resource, 'update')
  const named = isObject(data) && typeof data.lid === 'string' && data.id === undefined ? { ...data, id } : data
  const draft = readResourceObject(named, { resource, at: `${at}/data`, current, resolveLid })
  const record = await perform(draft, () => update(ctx, current.record.id, draft.given, deps))
  return { data: JSON.parse(serialize(run.base, itemOf(resource, record), new Map())) }
}

async function changeLinkage(run: Run, { op, target, data, at }: Operation): Promise<Result> {
  const { ctx, deps, lids } = run
  const name = target.relationship ?? ''
  const parent = await findItem(ctx, target.resource, target.id ?? '')
  const resolveLid = (type: string, lid: string) => lids.get(`${type} ${lid}`) ?? null
  const write = { ctx, using: deps, parent, name, data, at: `${at}/data`, resolveLid }
  if (op === 'update') await replaceLinkage(write)
  else if (op === 'add') await addLinkage(write)
  else refuseRemoval(write)
  return {}
}

// An error without a pointer gets the pointer of this operation.
function pointAt(error: unknown, pointer: string): unknown {
  const problems =
    error instanceof JsonApiError ? error.problems : error instanceof DomainError ? domainProblems(error) : null
  if (!problems) return error
  const untold = error instanceof JsonApiError || error instanceof DomainError ? error.untold : 0
  const placed = problems.map((problem) => ({ ...problem, source: problem.source ?? { pointer } }))
  return new JsonApiError(placed, {}, untold)
}
