import { enableCompileCache } from 'node:module'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { makeMemoryFolder } from './test/support/memory-folder.ts'

// Node loads the tests as it loads the product: nothing is transformed. What it has compiled is kept for the next worker.
const compiled = fileURLToPath(new URL('node_modules/.cache/tests', import.meta.url))
enableCompileCache(compiled)
process.env.NODE_COMPILE_CACHE = compiled
const folder = makeMemoryFolder()
if (folder !== null) process.env.TMPDIR = folder

// Files that share a worker share the modules in it, so that none is loaded twice, and one browser. To load the product takes
// longer than most files. What a file sets of its process it sets back.
// Node cannot read what is written in JSX, nor what generators write without the endings of files.
const transformed = ['web/**/*.test.ts', 'test/consumers/**/*.test.ts']
// Pages keep a core busy, processes mostly wait: they run side by side.
const processes = ['test/chaos/**/*.test.ts', 'src/postgres/**/*.test.ts', 'src/workers/**/*.test.ts']
const faces = [
  ...['web', 'sign', 'e2e', 'process'].map((face) => `test/${face}/**/*.test.ts`),
  ...['test/*/reference.test.ts', ...processes],
]

const elsewhere = ['**/node_modules/**']
const setupFiles = ['test/support/judge/worker.ts']

export default defineConfig({
  test: {
    globalSetup: ['test/support/setup.ts'],
    experimental: { viteModuleRunner: false, nodeLoader: false },
    // Tests wait for others a third of their time: pages, processes, the database.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    // Most objects of a test are gone soon, and a small young generation is collected too often. The collector's own threads would
    // take a seventh more of cores that the tests keep busy.
    execArgv: ['--min-semi-space-size=64', '--single-threaded-gc'],
    // On a busy machine a second is nothing; whoever waits for a fact waits long enough to be sure of it.
    expect: { poll: { timeout: 45_000 } },
    testTimeout: 120_000,
    // A first server with its database starts in a hook.
    hookTimeout: 180_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'transformed',
          include: transformed,
          isolate: false,
          setupFiles,
          experimental: { viteModuleRunner: true },
        },
      },
      { extends: true, test: { name: 'faces', include: faces, exclude: elsewhere, isolate: false, setupFiles } },
      {
        extends: true,
        test: {
          name: 'others',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'verifier/**/*.test.ts', 'bench/*.test.ts'],
          exclude: [...elsewhere, ...faces, ...transformed],
          isolate: false,
          setupFiles,
        },
      },
    ],
  },
})
