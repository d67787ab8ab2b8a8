import { defineConfig } from 'vitest/config';
import { outlinesPlugin } from './build/outlines';

/** Where `npm run dev` finds the API; the workbench's usual address. */
const server = process.env['ASCRIBE_URL'] ?? 'http://127.0.0.1:8420';

export default defineConfig({
  plugins: [outlinesPlugin()],
  esbuild: { jsx: 'automatic' },
  server: { port: 5173, proxy: { '/api': server } },
  build: {
    target: 'es2022',
    // A data: address in a style sheet or script would need a wider content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
    rollupOptions: {
      // Libraries mark files for React's server side, which we have not.
      onwarn: (warning, warn) => {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
    },
  },
  test: { include: ['test/**/*.test.{ts,tsx}'] },
});
