import type { RoleKind } from '../../../src/db/index.ts'

const whats = [
  ...['open', 'consent', 'fill', 'sign', 'decline', 'refuse', 'reassign', 'delegate', 'void', 'expire', 'remind'],
  ...['proceed', 'mail', 'finish', 'intrude', 'wait'],
] as const

/**
 * What somebody does. `proceed` is whoever is asked next, once they have their mail. `mail` and `finish` is the machine at its jobs; `wait` is all that happens
 * by itself until the time is over; `intrude` is whoever had a part before.
 */
export type What = (typeof whats)[number]
export type Act = { what: What; role: string }
/** Acts that are done at once. The process that does them dies after so many messages to the database, if said. */
export type Move = { acts: Act[]; diesAfter: number | null }
export type Role = { role: string; order: number; kind: RoleKind }
export type Plan = { roles: Role[]; moves: Move[] }

// An end comes often enough by itself; what leads to it needs many steps.
const weights: Record<What, number> = {
  ...{ open: 6, consent: 3, fill: 3, sign: 5, proceed: 16, decline: 1, refuse: 1, reassign: 2, delegate: 2 },
  ...{ void: 1, expire: 1, remind: 2, mail: 2, finish: 4, intrude: 2, wait: 0 },
}
const bag = whats.flatMap((what) => Array.from({ length: weights[what] }, () => what))
const deathsPerMove = 0.15
// Few acts send more than this.
const mostMessages = 90

/** Who takes part, and what they do in which order, as the numbers say. */
export function drawPlan(random: () => number): Plan {
  const upTo = (most: number) => Math.floor(random() * most)
  const pick = <T>(all: readonly T[], none: T): T => all[upTo(all.length)] ?? none
  const others = Array.from({ length: upTo(4) }, (_, at): Role => {
    const kind = pick<RoleKind>(['signer', 'signer', 'approver', 'copy'], 'signer')
    return { role: `r${at}`, order: 1 + upTo(3), kind }
  })
  const roles: Role[] = [{ role: 'first', order: 1, kind: 'signer' }, ...others]
  const drawAct = (): Act => {
    const what = pick(bag, 'sign')
    const fitting = roles.filter(({ kind }) => (what === 'refuse' ? kind === 'approver' : kind !== 'copy'))
    return {
      what,
      role: pick(fitting.length > 0 ? fitting : roles, roles[0] ?? { role: '', order: 1, kind: 'signer' }).role,
    }
  }
  const moves = Array.from({ length: 4 + upTo(8) }, (): Move => {
    const acts = random() < 0.2 ? [drawAct(), drawAct()] : [drawAct()]
    return { acts, diesAfter: random() < deathsPerMove ? upTo(mostMessages) : null }
  })
  return { roles, moves }
}
