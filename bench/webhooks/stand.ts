import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { migrate } from '../../src/db/index.ts'
import { findFreePort } from '../../src/postgres/port.ts'
import { createRealPostgres } from '../../test/support/real-postgres.ts'
import type { Setting } from './parts.ts'

type Report = { count: number; unique: number; first: number; last: number; at: [number, number][] }

const patienceMs = 60_000

/** The servers of all engines: PostgreSQL with fsync, Redis, and the receiver. */
export type Stand = {
  setting: Setting
  open(engine: string): Promise<EngineProcess>
  report(): Promise<Report>
  reset(delayMs?: number): Promise<Report>
  /** Waits until this number of different events has arrived, or `limitMs` has passed. Returns the report. */
  arrived(unique: number, limitMs?: number): Promise<Report>
  /** Waits until this number of requests has come since the last reset. Throws after a minute without any. */
  counted(count: number): Promise<void>
  close(): Promise<void>
}

export type EngineProcess = {
  pid: number
  ask<T>(order: object): Promise<T>
  kill(): Promise<void>
  close(): Promise<void>
}

export async function openStand(): Promise<Stand> {
  const postgres = await createRealPostgres()
  await postgres.start()
  await migrate(postgres.url)
  const folder = await mkdtemp(join(tmpdir(), 'sealane-bench-'))
  const redisPort = await findFreePort(0)
  const redis = await startRedis(redisPort, folder)
  const receiver = fork(new URL('receiver.ts', import.meta.url))
  const [{ port }] = await once(receiver, 'message')
  const setting = { databaseUrl: postgres.url, redisPort, receiverUrl: `http://127.0.0.1:${port}` }
  const tell = async (message: object): Promise<Report> => {
    const answer = once(receiver, 'message')
    receiver.send(message)
    const [report] = await answer
    return report
  }
  return {
    setting,
    open: (engine) => openEngine(engine, setting),
    report: () => tell({}),
    reset: (delayMs = 0) => tell({ reset: true, delayMs }),
    async arrived(unique, limitMs = 120_000) {
      const end = Date.now() + limitMs
      for (;;) {
        const report = await tell({})
        if (report.unique >= unique || Date.now() > end) return tell({ times: true })
        await pause(50)
      }
    },
    async counted(count) {
      let seen = { count: 0, at: Date.now() }
      for (;;) {
        const report = await tell({})
        if (report.count >= count) return
        if (report.count > seen.count) seen = { count: report.count, at: Date.now() }
        if (Date.now() - seen.at > patienceMs) throw new Error(`Only ${report.count} of ${count} requests came.`)
        await pause(10)
      }
    },
    async close() {
      receiver.disconnect()
      redis.kill()
      await postgres.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function openEngine(name: string, setting: Setting): Promise<EngineProcess> {
  const child = fork(new URL('engine-process.ts', import.meta.url), [name, JSON.stringify(setting)])
  await nextAnswer(child)
  const ask = async <T>(order: object): Promise<T> => {
    const answer = nextAnswer(child)
    child.send(order)
    return (await answer) as T
  }
  const kill = async () => {
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
  return {
    pid: child.pid ?? 0,
    ask,
    kill,
    async close() {
      await Promise.race([ask({ do: 'stop' }), pause(5_000)])
      await kill()
    },
  }
}

async function nextAnswer(child: ChildProcess): Promise<unknown> {
  const [message] = await once(child, 'message')
  if (message.error) throw new Error(message.error)
  return message.answer
}

async function startRedis(port: number, folder: string): Promise<ChildProcess> {
  const args = [
    '--port',
    String(port),
    '--dir',
    folder,
    '--save',
    '',
    '--appendonly',
    'yes',
    '--appendfsync',
    'everysec',
  ]
  const redis = spawn('redis-server', [...args, '--maxmemory-policy', 'noeviction', '--bind', '127.0.0.1'], {
    stdio: 'ignore',
  })
  await once(redis, 'spawn') // rejects where there is none
  while (redis.exitCode === null && !(await accepts(port))) await pause(20)
  return redis
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true))
    socket.on('error', () => resolve(false))
    socket.on('connect', () => socket.destroy())
  })
}
