import { Misuse, runVerify, usage } from '../../verifier/cli/run.ts'
import { type Command, UsageError } from './index.ts'

export const command: Command = {
  usage: `verify ${usage}`,
  async run(args) {
    try {
      return await runVerify(args, console.log)
    } catch (error) {
      throw error instanceof Misuse ? new UsageError(error.message) : error
    }
  },
}
