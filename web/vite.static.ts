import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The page for rooms without a server, as files that any web server can show, at any path. */
export default defineConfig({
  root: 'static',
  publicDir: '../public',
  base: './',
  plugins: [react()],
  build: { target: 'es2024', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
});
