import { type Config, readConfig, settings } from '../config.ts'
import { diagnose, type Finding } from '../diagnosis.ts'
import { saySentence } from '../texts/index.ts'
import type { Command } from './index.ts'

export const command: Command = {
  usage: 'doctor',
  async run() {
    const config = readConfig()
    printSettings(config)
    const findings = await diagnose(config, new Date())
    const lines = [`Node ${process.version}`, ...findings.map(describe)]
    const faults = findings.filter(({ mend }) => mend !== undefined)
    const end = faults.length === 0 ? 'Everything that was tried works.' : `To mend: ${faults.length}.`
    process.stdout.write(`\n${lines.join('\n')}\n${end}\n`)
    return faults.length === 0 ? 0 : 1
  },
}

function printSettings(config: Config): void {
  const values = new Map<string, unknown>(Object.entries(config))
  for (const [name, setting] of Object.entries(settings)) {
    const value = values.get(name)
    const text = Array.isArray(value) ? value.join(', ') : String(value ?? '')
    const shown = setting.secret && value ? '(set, not shown)' : text
    process.stdout.write(`${setting.variable.padEnd(22)} ${(shown || '-').padEnd(28)} ${setting.about}\n`)
  }
}

function describe({ about, says: sentence, mend }: Finding): string {
  const says = saySentence(sentence)
  return mend === undefined ? `ok    ${about}: ${says}` : `MEND  ${about}: ${says}\n      ${mend}`
}
