import { defineConfig } from 'vitest/config'

/** The tests that judge mutants: those of the rooms that are mutated, with a small part of the property runs. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/unit/{engine,query,view}/**/*.test.ts', 'tests/oracle/**/*.test.ts'],
    // Compares one engine with another over 40,000 rows: too slow to be run once per mutant.
    exclude: ['tests/oracle/longWalk.test.ts'],
    setupFiles: ['tests/mutants/setup.ts'],
    env: { PROPERTY_SHARE: '0.04' },
    testTimeout: 60_000,
  },
})
