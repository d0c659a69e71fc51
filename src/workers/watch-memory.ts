import { workerData } from 'node:worker_threads'
import { keepCompiledCode } from './compiled.ts'

const everyMs = 20
const { limitMb } = workerData as { limitMb: number }

setInterval(() => {
  if (process.memoryUsage.rss() > limitMb * 1_048_576) process.kill(process.pid, 'SIGKILL')
}, everyMs)

keepCompiledCode()
