import type { Change, Changes } from '../../../core/changes/index.ts'
import type { Actor } from '../../../core/context.ts'
import type { IdKind } from '../../../core/ids.ts'
import { formatMoment } from '../../moments.ts'
import { formatResourceId } from '../ids.ts'
import { resources } from '../registry.ts'
import type { Resource } from '../resource.ts'

/** How many changes of one type a look tells one by one; of more it tells the type alone. */
export const mostNamed = 50

/** A viewer: their permissions now, and the types that they asked for (null: all). */
type Viewer = { actor: Actor; types: ReadonlySet<string> | null }

type Shown = { type: string; id: string | null; what: string; at: string }

/** The line that tells a browser its position after a break. */
const idLine = (position: number) => `id: ${position}\n`

/** One message of text/event-stream. */
export const message = (event: string, data: object, position: number | null = null) =>
  `${position === null ? '' : idLine(position)}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`

/** The heartbeat of a quiet connection. */
export const heartbeat = ': \n\n'

/** The messages of a look for one viewer; an empty text when there are none. The last one carries the position. */
export function describeChanges({ position, changes, isCut }: Changes, viewer: Viewer): string {
  if (isCut) return message('reset', {}, position)
  const shown = changes.flatMap((change) => show(change, viewer))
  const texts = bundle(shown).map((one) => message('change', one))
  const last = texts.pop()
  return last === undefined ? '' : [...texts, idLine(position), last].join('')
}

// Deliveries and events share a kind of ids.
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
