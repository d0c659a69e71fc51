import { once } from 'node:events'
import { createPlayer, type Letter, type Played, type Player } from './player.ts'

/** The messages of a player's process: a letter was sent, or a move is over. Without either, the process is ready. */
export type Said = { letter?: Letter; played?: Played }

// Plays the moves that its parent sends, with the database in its argument.
const say = (said: Said) => new Promise<void>((resolve) => process.send?.(said, () => resolve()))
const player = createPlayer(process.argv[2] ?? '', (letter) => say({ letter }))
process.on('message', (move: Parameters<Player['play']>[0]) => {
  void player.play(move).then((played) => say({ played }))
})
await say({})
await once(process, 'disconnect')
process.exit()
