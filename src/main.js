#!/usr/bin/env node
// This file is JavaScript, because Node would load its TypeScript compiler at each start for a first file in
// TypeScript.
import { enableCompileCache, registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

// Compiled code is kept beside the packages, where only their installer can write. It halves the start time.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/sealane', import.meta.url)))

// A relative import names a whole file, so it is resolved here. Node would look for folders, links and packages.
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
