import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { precompressed } from './precompressed';

/** The server that stands behind the pages while they are being worked on. */
const server = process.env['MATINEE_URL'] ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [react(), precompressed()],
  build: {
    target: 'es2024',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/api': server,
      '/films': server,
      '/sync': { target: server, ws: true },
    },
  },
  test: { include: ['test/**/*.test.ts'], environment: 'node', testTimeout: 120_000 },
});
