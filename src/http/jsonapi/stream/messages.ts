import type { Change, Changes } from '../../../core/changes/index.ts'
import type { Actor } from '../../../core/context.ts'
import type { IdKind } from '../../../core/ids.ts'
import { formatMoment } from '../../moments.ts'
import { formatResourceId } from '../ids.ts'
import { resources } from '../registry.ts'
import type { Resource } from '../resource.ts'

/** The greatest number of changes of one type that a look names. With more changes, it names only the type. */
export const mostNamed = 50

/** A viewer: their present permissions, and the types that they follow (null: all). */
type Viewer = { actor: Actor; types: ReadonlySet<string> | null }

type Shown = { type: string; id: string | null; what: string; at: string }

/** The line that gives a browser its position after a break. */
const idLine = (position: number) => `id: ${position}\n`

/** One message of text/event-stream. */
export const message = (event: string, data: object, position: number | null = null) =>
  `${position === null ? '' : idLine(position)}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`

/** The heartbeat of a quiet connection. */
export const heartbeat = ': \n\n'

/** The messages of a look for one viewer, or an empty text. The last message has the position. */
export function describeChanges({ position, changes, isCut }: Changes, viewer: Viewer): string {
  if (isCut) return message('reset', {}, position)
  const shown = changes.flatMap((change) => show(change, viewer))
  const texts = bundle(shown).map((one) => message('change', one))
  const last = texts.pop()
  return last === undefined ? '' : [...texts, idLine(position), last].join('')
}

// Deliveries and events have the same kind of ids.
const byKind = new Map<IdKind, Resource>(
  resources.map((resource) => [resource.type === 'webhook-events' ? 'delivery' : resource.idKind, resource]),
)

function show({ kind, id, what, at, ownerId }: Change, { actor, types }: Viewer): Shown[] {
  const resource = byKind.get(kind)
  if (!resource || (types && !types.has(resource.type))) return []
  if (actor.kind === 'system' || !actor.permissions.includes(resource.permissions.read)) return []
  if (ownerId !== null && !('id' in actor && actor.id === ownerId)) return []
  return [{ type: resource.type, id: formatResourceId(resource, id), what, at: formatMoment(at) }]
}

function bundle(shown: readonly Shown[]): Shown[] {
  const byType = Map.groupBy(shown, ({ type }) => type)
  return [...byType.values()].flatMap((some) => {
    const last = some.at(-1)
    return last && some.length > mostNamed ? [{ ...last, id: null, what: 'many' }] : some
  })
}
