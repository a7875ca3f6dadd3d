import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/** Pure logic runs in plain Node; components (`*.test.tsx`) in jsdom. */
export default defineConfig({
  plugins: [react()],
  define: {
    __SITE__: JSON.stringify({ dataHosts: [] }),
    __BASEMAPS__: JSON.stringify([]),
    __COUNTRY_PACKS__: JSON.stringify(true),
    __SITE_NAME__: JSON.stringify({ title: { en: 'Incident Atlas' }, icon: 'icon.svg' }),
  },
  test: {
    // A limit against hanging, not a measure: a loaded machine takes its time.
    testTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'logic',
          environment: 'node',
          include: ['tests/{unit,oracle}/**/*.test.ts', 'tests/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'components',
          environment: 'jsdom',
          include: ['tests/unit/**/*.test.tsx'],
          setupFiles: ['tests/unit/setupDom.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'clickhouse',
          environment: 'node',
          include: ['tests/clickhouse/**/*.test.ts'],
          globalSetup: ['tests/clickhouse/globalSetup.ts'],
          // Servers are started, and loaded machines take their time.
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
