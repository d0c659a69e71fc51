import { Misuse, runVerify, usage } from './run.ts'

// The entry of the stand-alone program: node sealane-verify.mjs FILE --trust TRUST.json

const args = process.argv.slice(2)

try {
  if (args.includes('--help') || args.includes('-h')) console.log(`Usage: node sealane-verify.mjs ${usage}`)
  else process.exitCode = await runVerify(args, console.log)
} catch (error) {
  const isMisuse = error instanceof Misuse || (error instanceof TypeError && 'code' in error)
  if (!isMisuse) throw error
  console.error(`sealane-verify: ${error.message}`)
  process.exitCode = 2
}
