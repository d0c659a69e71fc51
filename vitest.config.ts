import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'bench/*.test.ts'],
    globalSetup: ['test/support/setup.ts'],
    setupFiles: ['test/support/judge/worker.ts'],
    // The default leaves a core free, which on two cores halves the speed; tests mostly wait for others.
    maxWorkers: '100%',
    // On a busy machine a second is nothing; whoever waits for a fact waits long enough to be sure of it.
    expect: { poll: { timeout: 20_000 } },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
