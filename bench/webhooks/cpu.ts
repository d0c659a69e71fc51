import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

let ticksPerSecond: number | undefined

/** CPU time of processes in ms, as Linux counts it (proc(5)). An ended process counts as nothing. */
export function cpuMsOf(pids: readonly number[]): number {
  ticksPerSecond ??= Number(execFileSync('getconf', ['CLK_TCK']))
  const ticks = pids.map(readTicks).reduce((sum, one) => sum + one, 0)
  return (ticks * 1_000) / ticksPerSecond
}

function readTicks(pid: number): number {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // The command's name stands in brackets and may hold anything; utime and stime are the 12th and 13th fields
    // after it.
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
    return Number(fields[11]) + Number(fields[12])
  } catch {
    return 0
  }
}
