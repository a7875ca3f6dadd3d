import { defineConfig } from 'vite'

/** Bundles the command-line program into dist-cli, with all libraries: what runs after the package is installed. */
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist-cli',
    rolldownOptions: {
      input: { program: 'src/cli/program.ts', parquetThread: 'src/cli/parquetThread.ts' },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
})
