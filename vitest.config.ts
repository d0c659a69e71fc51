import { defineConfig } from 'vitest/config'

// What asks no server of ours: its files share a worker and the modules in it, which makes a third of them quicker.
const sharing = ['core', 'db', 'delivery', 'jobs', 'adapters', 'writing', 'texts', 'settings'].map((room) => `src/${room}/**/*.test.ts`)

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
      {
        extends: true,
        test: {
          name: 'faces',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'bench/*.test.ts'],
          exclude: ['**/node_modules/**', ...sharing],
          setupFiles: ['test/support/judge/worker.ts'],
        },
      },
    ],
  },
})
