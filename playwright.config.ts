import { defineConfig } from '@playwright/test'

/** Another port lets two checkouts be tested at once. */
const port = Number(process.env['ATLAS_PORT'] ?? 4317)

/** Against the production build, served with its real headers. */
export default defineConfig({
  testDir: 'tests/browser',
  testMatch: '*.spec.ts',
  // Software rendering on few cores: one page at a time is the quickest.
  workers: 1,
  // Limits against hanging, not measures: a loaded machine takes its time.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  retries: 0,
  reporter: [['list']],
  forbidOnly: true,
  use: {
    baseURL: `http://localhost:${port}/`,
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Asia/Damascus',
    colorScheme: 'light',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(process.env['CHROME_PATH'] ? { executablePath: process.env['CHROME_PATH'] } : {}),
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--enable-unsafe-swiftshader',
      ],
    },
  },
  webServer: {
    cwd: import.meta.dirname,
    command: `npx vite preview --port ${port} --strictPort`,
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
  },
})
