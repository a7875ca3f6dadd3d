import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { datasetPlugin } from './src/cli/datasetPlugin.ts'
import { firstPartsPlugin } from './src/cli/firstPartsPlugin.ts'
import { securityPlugin } from './src/cli/securityPlugin.ts'
import { sitePlugin } from './src/cli/sitePlugin.ts'

export default defineConfig({
  // Relative, so that the build works below any path of a host.
  base: './',
  // A file that does not exist is a 404, not the page.
  appType: 'mpa',
  plugins: [
    react(),
    datasetPlugin(),
    securityPlugin('data/site.yaml'),
    sitePlugin(),
    firstPartsPlugin('/src/app/renderApp.tsx'),
  ],
  worker: {
    format: 'es',
    // Notes for bundlers, which no browser reads.
    rolldownOptions: {
      output: {
        comments: { annotation: false },
        // What reads files of the user, in pieces that load side by side.
        codeSplitting: {
          groups: [
            { name: 'encodings', test: /node_modules[\\/]chardet/ },
            { name: 'schema', test: /node_modules[\\/]zod/ },
            { name: 'profiles', test: /src[\\/]ingest[\\/]profiles/ },
            { name: 'fields', test: /src[\\/]ingest[\\/](fields|mapping)/, priority: 1 },
          ],
        },
      },
    },
  },
  build: {
    target: 'es2022',
    // The oldest that know color-mix(), which the style sheets use: nothing is to be written twice for older ones.
    cssTarget: ['chrome111', 'firefox113', 'safari16.2'],
    // The policy allows no fonts or scripts from data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The map library is one piece of over a megabyte, loaded after the shell.
    chunkSizeWarningLimit: 1_200,
    rolldownOptions: {
      output: {
        // The first view in two pieces: what loads the texts at once, and all the rest, which packs better whole.
        codeSplitting: {
          groups: [
            {
              name: 'start',
              test: /preload-helper|src[\\/](i18n[\\/](messages|preferredLanguage)|incidents[\\/]vocabulary)\.ts/,
              priority: 1,
            },
            { name: 'page', test: /src[\\/]app[\\/]renderApp/ },
          ],
        },
      },
    },
  },
})
