import { defineConfig } from '@playwright/test'
import base from '../../playwright.config.ts'

/** Takes the pictures of the README from the built dashboard. */
export default defineConfig({ ...base, testDir: '.', testMatch: 'screenshots.ts', reporter: [['line']] })
