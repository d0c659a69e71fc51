import { once } from 'node:events'
import { createPlayer, type Letter, type Played, type Player } from './player.ts'

/** What a process of a player says: a letter has left, or a move is over. Without either it is ready. */
export type Said = { letter?: Letter; played?: Played }

// Plays the moves that its parent sends, with the database that its argument names.
const say = (said: Said) => new Promise<void>((resolve) => process.send?.(said, () => resolve()))
const player = createPlayer(process.argv[2] ?? '', (letter) => say({ letter }))
process.on('message', (move: Parameters<Player['play']>[0]) => {
  void player.play(move).then((played) => say({ played }))
})
await say({})
await once(process, 'disconnect')
process.exit()
