import { dialects, type Room, rooms } from './rooms.ts'
import type { Import } from './sources.ts'

const knowDialects = ['src/faces.ts', 'src/event-bodies.ts', 'src/export-lines.ts']

/** Why an import breaks the table of rooms, or null when it does not. */
export function findBreach({ from, target, ours, typeOnly }: Omit<Import, 'isLate'>): string | null {
  const room = rooms.find(({ path }) => covers(path, from))
  if (!room) return `${from} is in no room of test/architecture/rooms.ts`
  const reason = ours ? refuseOurs(room, from, target, typeOnly) : refuseLibrary(room, target, typeOnly)
  return reason && `${from} imports ${target}: ${reason}`
}

function refuseOurs(room: Room, from: string, target: string, typeOnly: boolean): string | null {
  const allowed = typeOnly ? [...room.imports, ...(room.types ?? [])] : room.imports
  if (!allowed.some((path) => covers(path, target))) {
    return typeOnly ? `${room.path} may not` : `${room.path} may not (types: ${room.types?.join(', ') ?? 'none'})`
  }
  if (isForeignDialect(from, target)) return 'a dialect is known by faces.ts only'
  if (isForeignAdapter(from, target)) return 'an adapter is known by app.ts only'
  return isInnerFile(from, target) ? 'of another area of core only its index.ts' : null
}

function refuseLibrary(room: Room, target: string, typeOnly: boolean): string | null {
  const found = !typeOnly && room.never?.some((name) => target === name || target.startsWith(`${name}/`))
  return found ? `${room.path} leaves that to others` : null
}

function covers(path: string, file: string): boolean {
  return path.endsWith('/') ? file.startsWith(path) : file === path
}

function isForeignDialect(from: string, target: string): boolean {
  const dialect = dialects.find((path) => covers(path, target))
  return dialect !== undefined && !knowDialects.includes(from) && !covers(dialect, from) && from.startsWith('src/')
}

function isForeignAdapter(from: string, target: string): boolean {
  const [, adapter] = /^src\/adapters\/([^/]+)/.exec(target) ?? []
  return (
    adapter !== undefined && from.startsWith('src/adapters/') && /^src\/adapters\/([^/]+)/.exec(from)?.[1] !== adapter
  )
}

/** Whether a file of core is seen from another area, and is not the index of its area or of a folder in it. */
function isInnerFile(from: string, target: string): boolean {
  const [, area] = /^src\/core\/([^/]+)\/./.exec(target) ?? []
  if (area === undefined || target.endsWith('/index.ts') || from === 'src/app.ts') return false
  return from.startsWith('src/') && !from.startsWith(`src/core/${area}/`)
}
