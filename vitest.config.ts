import { defineConfig } from 'vitest/config'

// Files that share a worker share the modules in it, so that none is loaded twice: a third less work. What starts browsers,
// processes or pages with limits of their own has a worker for each file.
const sharing = [...['core', 'db', 'delivery', 'jobs', 'adapters', 'writing', 'texts', 'settings'].map((room) => `src/${room}/**/*.test.ts`), 'web/**/*.test.ts', 'verifier/**/*.test.ts']

const dialects = ['test/rest/**/*.test.ts', 'test/jsonapi/**/*.test.ts', 'test/conformance/**/*.test.ts', 'src/http/*.test.ts', 'src/http/rest/**/*.test.ts', 'src/http/jsonapi/**/*.test.ts']
const judge = ['test/support/judge/worker.ts']

export default defineConfig({
  test: {
    globalSetup: ['test/support/setup.ts'],
    // The default leaves a core free, which on two cores halves the speed; tests mostly wait for others.
    maxWorkers: '100%',
    // On a busy machine a second is nothing; whoever waits for a fact waits long enough to be sure of it.
    expect: { poll: { timeout: 20_000 } },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'core', include: sharing, isolate: false } },
      { extends: true, test: { name: 'dialects', include: dialects, isolate: false, setupFiles: judge } },
      {
        extends: true,
        test: {
          name: 'faces',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'bench/*.test.ts'],
          exclude: ['**/node_modules/**', ...sharing, ...dialects],
          setupFiles: judge,
        },
      },
    ],
  },
})
