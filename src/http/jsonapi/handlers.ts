import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../../core/context.ts'
import { fingerprintOf, runOnce } from '../../core/idempotency/index.ts'
import { doTogether } from '../../core/together.ts'
import type { HttpDependencies } from '../dependencies.ts'
import { etagOf, namesEtag } from '../etags.ts'
import { readIdempotencyKey } from '../idempotency-key.ts'
import { applyProfile, namingCursor, partOf, wantsCursors } from './cursor-pages.ts'
import { baseOf, documentOfOne, documentOfPage } from './documents.ts'
import { findItem } from './find.ts'
import { changeMatching } from './matching.ts'
import { conditionsOf, type Families, readQuery } from './query.ts'
import { refuseVerb } from './refusals.ts'
import type { Resource, Using } from './resource.ts'
import { addressOf, itemOf, itemsOf, pathOf } from './serialize.ts'
import { withoutSecrets } from './shown-once.ts'
import { perform, readData, readResourceObject } from './write.ts'

/** The dependencies of the handlers: those of all faces, and the base of links. */
export type Serving = HttpDependencies & Using

/** Answers one method of one address of a type. */
export type Handler = (request: FastifyRequest, reply: FastifyReply, deps: Serving) => Promise<FastifyReply>

/** `GET /<type>` */
export const listHandler =
  (resource: Resource): Handler =>
  async (request, reply) => {
    const asking = ask(request, resource, { fields: true, include: true, list: true, page: true })
    const found = await namingCursor(asking.query.walk, () =>
      resource.list(asking.ctx, { ...conditionsOf(asking.query), ...partOf(asking.query) }),
    )
    const items = itemsOf(resource, found)
    return sendPage(reply, await documentOfPage(asking, `/${resource.type}`, { ...found, items }))
  }

/** `GET /<type>/<id>` */
export const getHandler =
  (resource: Resource): Handler =>
  async (request, reply) => {
    const asking = ask(request, resource, { fields: true, include: true })
    const item = await findItem(asking.ctx, resource, paramOf(request, 'id'))
    return send(request, reply, await documentOfOne(asking, pathOf(resource, item.record.id), item))
  }

/** `POST /<type>`: 201 with the resource and its address. */
export const createHandler =
  (resource: Resource): Handler =>
  async (request, reply, deps) => {
    const { create } = resource
    if (!create) throw refuseVerb(resource, 'create')
    const asking = ask(request, resource, { fields: true, include: true })
    const draft = readResourceObject(readData(request.body), { resource, at: '/data' })
    const { id, document } = await answerOnce(request, reply, async (ctx) => {
      const record = await perform(draft, () => create(ctx, draft.given, deps))
      const text = await documentOfOne({ ...asking, ctx }, pathOf(resource, record.id), itemOf(resource, record))
      return { id: record.id, document: JSON.parse(text) as object }
    })
    reply.code(201).header('location', addressOf(asking.base, resource, id))
    return send(request, reply, JSON.stringify(document))
  }

/** `PATCH /<type>/<id>`: 200 with the resource, because the server changes its `updatedAt`; heeds If-Match. */
export const updateHandler =
  (resource: Resource): Handler =>
  async (request, reply, deps) => {
    const { update } = resource
    const asking = ask(request, resource, { fields: true, include: true })
    const current = await findItem(asking.ctx, resource, paramOf(request, 'id'))
    if (!update) throw refuseVerb(resource, 'update')
    const target = { resource, at: '/data', current }
    const draft = readResourceObject(readData(request.body), target)
    const text = await changeMatching(asking, current, async (inner) => {
      const record = await perform(draft, () => update(inner.ctx, current.record.id, draft.given, deps))
      return documentOfOne(inner, pathOf(resource, record.id), itemOf(resource, record))
    })
    return send(request, reply.header('etag', etagOf(text)), text)
  }

/** `DELETE /<type>/<id>`: 204; heeds If-Match. */
export const deleteHandler =
  (resource: Resource): Handler =>
  async (request, reply) => {
    const asking = ask(request, resource, {})
    const item = await findItem(asking.ctx, resource, paramOf(request, 'id'))
    const { remove } = resource
    if (!remove) throw refuseVerb(resource, 'remove')
    await changeMatching(asking, item, ({ ctx }) => remove(ctx, item.record.id))
    return reply.code(204).send()
  }

/**
 * Runs a POST as one change. With an Idempotency-Key it runs once in 24 hours, and a repeated request gets the first
 * answer without its secrets.
 */
export async function answerOnce<T>(
  request: FastifyRequest,
  reply: FastifyReply,
  work: (ctx: Context) => Promise<T>,
): Promise<T> {
  const key = readIdempotencyKey(request.headers['idempotency-key'])
  if (key === null) return doTogether(request.context, work)
  const fingerprint = fingerprintOf([request.method, request.url, request.body])
  const done = await runOnce(request.context, { key, fingerprint }, async (ctx) => {
    const made = await work(ctx)
    return { reply: JSON.stringify(made), kept: JSON.stringify(withoutSecrets(made)) }
  })
  if (done.isReplay) reply.header('idempotent-replayed', 'true')
  return JSON.parse(done.reply)
}

/** A request with its checked query. */
export function ask(request: FastifyRequest, resource: Resource, families: Families) {
  const query = readQuery(request.url, resource, {
    ...families,
    byCursor: wantsCursors(request) && families.page === true,
  })
  if (query.walk) applyProfile(request)
  return { ctx: request.context, base: baseOf(request), request, query }
}

/** Sends a page that is JSON already. It has no ETag: a list changes too often for the hash to be worth its time. */
export function sendPage(reply: FastifyReply, text: string): FastifyReply {
  return reply.header('cache-control', 'private, no-cache').send(text)
}

/** Sends a document that is JSON already; 304 for a GET whose If-None-Match names it. */
export function send(request: FastifyRequest, reply: FastifyReply, text: string): FastifyReply {
  if (request.method !== 'GET' && request.method !== 'HEAD') return reply.send(text)
  const etag = etagOf(text)
  reply.header('etag', etag).header('cache-control', 'private, no-cache')
  const known = request.headers['if-none-match']
  return known !== undefined && namesEtag(known, etag) ? reply.code(304).send() : reply.send(text)
}

/** The value of a path parameter. */
export function paramOf(request: FastifyRequest, name: string): string {
  const params: unknown = request.params
  const value =
    typeof params === 'object' && params !== null ? Object.entries(params).find(([key]) => key === name) : null
  return typeof value?.[1] === 'string' ? value[1] : ''
}
