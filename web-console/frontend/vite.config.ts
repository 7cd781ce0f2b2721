import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const node = process.env['TRIPLINE_NODE'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2022',
    // The page may load nothing but files of its own origin, so nothing is inlined as a data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
  server: {
    host: '127.0.0.1',
    // A node takes changes only from pages of its own origin.
    proxy: { '/v1': { target: node, changeOrigin: true, headers: { Origin: node } } },
  },
  test: {
    // Patience for a busy machine; no test measures time.
    testTimeout: 60_000,
    restoreMocks: true,
    unstubGlobals: true,
    env: { TZ: 'Europe/Berlin' },
    projects: [
      { extends: true, test: { name: 'logic', environment: 'node', include: ['src/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'page',
          environment: 'jsdom',
          include: ['src/**/*.test.tsx'],
          setupFiles: ['src/testing/page.ts'],
        },
      },
    ],
  },
});
