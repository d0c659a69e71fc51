import type { RoleKind } from '../../../src/db/index.ts'

const whats = [
  ...['open', 'consent', 'fill', 'sign', 'decline', 'refuse', 'reassign', 'delegate', 'void', 'expire', 'remind'],
  ...['proceed', 'mail', 'finish', 'intrude', 'wait'],
] as const

/**
 * An act. `proceed`: the person who is asked next acts, once they have their mail. `mail` and `finish`: the machine
 * runs jobs. `wait`: all that happens until the time is over. `intrude`: an earlier owner of a part acts.
 */
export type What = (typeof whats)[number]
export type Act = { what: What; role: string }
/**
 * Acts that are done at once. The process that does them dies after this many messages to the database, if the number
 * is given.
 */
export type Move = { acts: Act[]; diesAfter: number | null }
export type Role = { role: string; order: number; kind: RoleKind }
export type Plan = { roles: Role[]; moves: Move[] }

// Ends have small weights, because many steps come before an end.
const weights: Record<What, number> = {
  ...{ open: 6, consent: 3, fill: 3, sign: 5, proceed: 16, decline: 1, refuse: 1, reassign: 2, delegate: 2 },
  ...{ void: 1, expire: 1, remind: 2, mail: 2, finish: 4, intrude: 2, wait: 0 },
}
const bag = whats.flatMap((what) => Array.from({ length: weights[what] }, () => what))
const deathsPerMove = 0.15
// Few acts send more messages than this.
const mostMessages = 90

/** The people who take part, and their acts in order, as the numbers decide. */
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
