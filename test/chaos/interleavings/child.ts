import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Lives } from './play.ts'
import type { Letter, Player } from './player.ts'
import type { Said } from './process.ts'

const program = fileURLToPath(new URL('./process.ts', import.meta.url))

/** Runs the lives in separate processes, which SIGKILL ends. `killed` counts those. */
export function createProcesses(url: string): Lives & { killed: number } {
  let child: ChildProcess | undefined
  const lives = {
    killed: 0,
    kill() {
      child?.kill('SIGKILL')
    },
    async begin(post: (letter: Letter) => Promise<void>): Promise<Player> {
      const mine = fork(program, [url])
      child = mine
      await once(mine, 'message')
      mine.on('message', ({ letter }: Said) => void (letter && post(letter)))
      mine.once('exit', (_, signal) => {
        if (signal === 'SIGKILL') lives.killed += 1
      })
      return {
        play: (move) =>
          new Promise((resolve, reject) => {
            const onExit = () => reject(new Error('The process has ended.'))
            const onSaid = ({ played }: Said) => {
              if (!played) return
              mine.off('exit', onExit).off('message', onSaid)
              resolve(played)
            }
            mine.on('message', onSaid).once('exit', onExit)
            mine.send(move)
          }),
        async close() {
          if (mine.exitCode !== null || mine.signalCode !== null) return
          const ended = once(mine, 'exit')
          mine.disconnect()
          await ended
        },
      }
    },
  }
  return lives
}
