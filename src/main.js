#!/usr/bin/env node
// JavaScript, because for a first file in TypeScript Node would load its compiler, at each start.
import { enableCompileCache, registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

// Compiled code is kept beside the packages, where only who installed them can write; it halves the time to start.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/sealane', import.meta.url)))

// A relative import names its file whole. Node would look whether it is a folder or a link, and of which package.
const formats = { '.ts': 'module-typescript', '.mjs': 'module' }
registerHooks({
  resolve(specifier, context, next) {
    const format = specifier.startsWith('.') && formats[specifier.slice(specifier.lastIndexOf('.'))]
    if (!format || !context.parentURL) return next(specifier, context)
    return { url: new URL(specifier, context.parentURL).href, format, shortCircuit: true }
  },
})

const { runCommand } = await import('./cli/index.ts')
process.exitCode = await runCommand(process.argv.slice(2))
