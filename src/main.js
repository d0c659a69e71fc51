#!/usr/bin/env node
// JavaScript, because for a first file in TypeScript Node would load its compiler, at each start.
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// Compiled code is kept beside the packages, where only who installed them can write; it halves the time to start.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/sealane', import.meta.url)))

const { runCommand } = await import('./cli/index.ts')
process.exitCode = await runCommand(process.argv.slice(2))
