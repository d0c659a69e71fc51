import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { root } from '../architecture/sources.ts'
import { processesIn } from '../support/postgres.ts'
import { newUsedHome } from '../support/server-home.ts'

test('SIGTERM to npm start, as a supervisor sends it, stops the server and its database', async () => {
  const home = await newUsedHome()
  const env = { ...process.env, SEALANE_HOME: home, PORT: '0' }
  const npm = spawn('npm', ['start'], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
  const lines: string[] = []
  for await (const line of createInterface(npm.stdout)) {
    lines.push(line)
    if (line.startsWith('Try:')) npm.kill('SIGTERM')
  }
  if (npm.exitCode === null && npm.signalCode === null) await once(npm, 'exit')
  expect(lines.join('\n')).toContain('Stopping: work in flight is finished first.')
  expect(await processesIn(join(home, 'postgres'))).toEqual([])
})
