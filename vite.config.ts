import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = 'http://127.0.0.1:8009'

export default defineConfig({
  root: 'client',
  plugins: [react()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    // No data: addresses, so that the content security policy can do without them.
    assetsInlineLimit: 0,
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
