import type { FastifyRequest } from 'fastify'
import { say } from '../../core/errors.ts'
import { isCoded, isReadableQuery } from '../utf8.ts'
import {
  atomicExtension,
  jsonApiType,
  listsProfile,
  type MediaType,
  objectionTo,
  parseMediaTypes,
  urisOf,
} from './media-types.ts'
import { refuse } from './problems.ts'

/** The extensions and profiles that the response applies, and the profiles that the request names. */
type Negotiated = { extensions: string[]; profiles: string[]; asked: string[] }

declare module 'fastify' {
  interface FastifyRequest {
    negotiated: Negotiated | null
  }
  interface FastifyContextConfig {
    /** False for an address whose answer is not a JSON:API document. */
    isDocument?: false
    /** True for an address without a token. */
    isPublic?: true
  }
}

/**
 * Content negotiation of JSON:API 1.1, by headers alone. Throws 406 for an Accept without a type that we send, and 415
 * for another Content-Type or a Content-Encoding. Accepts wildcards and a missing Accept. A query that is not UTF-8
 * gets 400.
 */
export function negotiate(request: FastifyRequest): Negotiated {
  if (!isReadableQuery(request.url)) throw refuse(400, 'bad_request', say('query_not_utf8'))
  const accepted = checkAccept(request.headers.accept)
  const content = checkContentType(request)
  const asked = [...accepted, ...(content ? urisOf(content, 'profile') : [])]
  return { extensions: [], profiles: asked.includes(listsProfile) ? [listsProfile] : [], asked }
}

/** Whether the body of a request applies the extension for atomic operations. */
export function appliesAtomic(request: FastifyRequest): boolean {
  const [content] = parseMediaTypes(request.headers['content-type'] ?? '')
  return content !== undefined && urisOf(content, 'ext').includes(atomicExtension)
}

// Returns the profiles that the request names.
function checkAccept(header: string | undefined): string[] {
  if (header === undefined || header.trim() === '') return []
  const ranges = parseMediaTypes(header).filter((range) => range.weight > 0)
  const ours = ranges.filter((range) => range.type === jsonApiType)
  const good = ours.filter((range) => objectionTo(range) === null)
  const wild = ranges.some((range) => ['*/*', '*', 'application/*'].includes(range.type))
  if (good.length === 0 && (ours.length > 0 || !wild)) {
    const why = ours[0] ? objectionTo(ours[0]) : null
    throw refuse(406, 'not_acceptable', why ?? say('accept', { type: jsonApiType }), { header: 'Accept' })
  }
  return good.flatMap((range) => urisOf(range, 'profile'))
}

function checkContentType(request: FastifyRequest): MediaType | undefined {
  const header = request.headers['content-type']
  const [type] = parseMediaTypes(header ?? '')
  if (hasBody(request) && isCoded(request.headers['content-encoding']))
    throw refuse(415, 'unsupported_media_type', say('content_coding'), { header: 'Content-Encoding' })
  if (type?.type === jsonApiType) {
    const objection = objectionTo(type)
    if (objection) throw refuse(415, 'unsupported_media_type', objection, { header: 'Content-Type' })
    return type
  }
  if (!hasBody(request)) return undefined
  throw refuse(415, 'unsupported_media_type', say('body_type', { type: jsonApiType }), { header: 'Content-Type' })
}

function hasBody(request: FastifyRequest): boolean {
  return request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0
}
