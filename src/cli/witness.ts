import { once } from 'node:events'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { createWitnessServer } from '../witness/server.ts'
import { type Command, UsageError } from './index.ts'

const options = {
  for: { type: 'string', multiple: true },
  name: { type: 'string' },
  folder: { type: 'string' },
  port: { type: 'string', default: '3010' },
  host: { type: 'string', default: 'localhost' },
} as const

export const command: Command = {
  usage: `witness --for <trust file URL> [--for …] [--name <name>] [--port 3010] [--host localhost] [--folder <folder>]
       The trust file is https://<installation>/.well-known/sealane-trust.json. Runs until Ctrl-C.`,
  async run(args) {
    const { values } = parseArgs({ args, options })
    const trust = (values.for ?? []).map(readUrl)
    if (trust.length === 0) throw new UsageError('Say whose logs: --for https://…/.well-known/sealane-trust.json')
    const port = Number(values.port)
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError('--port takes a number up to 65535.')
    const name = values.name ?? hostname()
    if (!/^[^\s+]{1,200}$/.test(name)) throw new UsageError('--name takes a name without spaces and without +.')
    const say = (line: string) => void process.stdout.write(`${line}\n`)
    const folder = values.folder ?? join(readConfig().home, 'witness')
    const { server, vkey } = createWitnessServer({ folder, name, trust, say })
    server.listen(port, values.host)
    await once(server, 'listening')
    const bound = server.address()
    const url = `http://${values.host}:${bound !== null && typeof bound === 'object' ? bound.port : port}`
    say(`Witnessing at ${url}. The witnessed installation needs this setting:\nSEALANE_WITNESSES="${vkey} ${url}"`)
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
    server.close()
    return 0
  },
}

function readUrl(text: string): string {
  if (/^https?:\/\/[^/]/.test(text) && URL.canParse(text)) return text
  throw new UsageError(`--for takes the address of a trust file, not ${JSON.stringify(text)}.`)
}
