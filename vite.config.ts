import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { certificateParts } from './certificate.config.ts'
import { ENDORSING, EVERYWHERE } from './chunks.config.ts'
import { flags } from './flags.config.ts'
import { precompressed } from './precompressed.config.ts'
import { shell } from './shell.config.ts'

const server = 'http://127.0.0.1:8009'

export default defineConfig({
  root: 'client',
  plugins: [react(), flags(), shell(), certificateParts(), precompressed()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    // No data: addresses, so that the content security policy can do without them.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: { index: 'client/index.html', worker: 'client/worker/worker.ts' },
      output: {
        // A worker is found again by its name, and looks after all that lies beside it.
        entryFileNames: ({ name }) => (name === 'worker' ? 'worker.js' : 'assets/[name]-[hash].js'),
        // Many small files weigh more than their words: each has a head of its own, and is compressed by itself.
        codeSplitting: {
          groups: [
            { name: 'everywhere', test: EVERYWHERE },
            { name: 'endorsing', test: ENDORSING },
          ],
        },
      },
    },
  },
  server: {
    port: 5173,
    strictPort: true,
    // The client imports shared/, which lies beside its root.
    fs: { allow: ['..'] },
    proxy: {
      // Not the client's own modules, which lie in a folder of the same name.
      '^/api/(?!.*[.]tsx?([?]|$))': server,
      '^/sync/(?!.*[.]tsx?([?]|$))': { target: server, ws: true },
      '^/healthz$': server,
      '^/readyz$': server,
    },
  },
})
