import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { chunkOptions, noCircles } from './chunks.js';
import { leanDeclarations } from './lean-declarations.js';
import { words } from './catalog-parts.js';

const api = process.env.API_ORIGIN ?? `http://127.0.0.1:${process.env.PORT ?? 5000}`;

export default defineConfig({
  plugins: [words(), react(), tailwindcss(), leanDeclarations(), noCircles()],
  server: {
    host: '127.0.0.1',
    proxy: { '/api': api, '/socket.io': { target: api, ws: true } },
  },
  build: {
    // Files, never data: URLs, so that the content security policy can stay narrow.
    assetsInlineLimit: 0,
    target: 'es2022',
    // Every browser that can run this preloads modules by itself, or goes without.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: chunkOptions(import.meta.dirname),
      // Nothing that the page is made of does something where a property is only read.
      treeshake: { propertyReadSideEffects: false, unknownGlobalSideEffects: false },
    },
  },
});
