import { JsonApiError } from '../../clients/jsonapi/src/index.ts'

/** The faults by field (`newFields.rent` within one), and an error with the other faults; null without other faults. */
export function placeErrors(
  error: unknown,
  fields: readonly string[],
): { placed: Record<string, string>; rest: unknown } {
  if (!(error instanceof JsonApiError)) return { placed: {}, rest: error }
  const placed: Record<string, string> = {}
  const rest = error.errors.filter(({ source, detail }) => {
    const [, whole, within] =
      /^\/data\/(?:attributes|relationships)\/([^/]+)(?:\/([^/]+))?/.exec(source?.pointer ?? '') ?? []
    const field = [`${whole}.${within}`, whole].find((known) => known !== undefined && fields.includes(known))
    if (field === undefined) return true
    placed[field] = placed[field] === undefined ? detail : `${placed[field]} ${detail}`
    return false
  })
  return { placed, rest: rest.length === 0 ? null : new JsonApiError(error.status, rest, error.requestId) }
}

/**
 * The faults by the rest of their pointers after `/data/attributes/`, such as `signers/0/email`, and an error with the
 * other faults.
 */
export function placeByPath(error: unknown): { placed: Record<string, string>; rest: unknown } {
  if (!(error instanceof JsonApiError)) return { placed: {}, rest: error }
  const placed: Record<string, string> = {}
  const rest = error.errors.filter(({ source, detail }) => {
    const path = /^\/data\/attributes\/(.+)$/.exec(source?.pointer ?? '')?.[1]
    if (path === undefined) return true
    placed[path] = placed[path] === undefined ? detail : `${placed[path]} ${detail}`
    return false
  })
  return { placed, rest: rest.length === 0 ? null : new JsonApiError(error.status, rest, error.requestId) }
}
