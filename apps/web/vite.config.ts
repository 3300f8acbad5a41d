import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { chunkOptions, noCircles } from './chunks.js';
import { leanDeclarations } from './lean-declarations.js';

const api = process.env.API_ORIGIN ?? `http://127.0.0.1:${process.env.PORT ?? 5000}`;

export default defineConfig({
  plugins: [react(), tailwindcss(), leanDeclarations(), noCircles()],
  server: {
    host: '127.0.0.1',
    proxy: { '/api': api, '/socket.io': { target: api, ws: true } },
  },
  build: {
    // Files, never data: URLs, so that the content security policy can stay narrow.
    assetsInlineLimit: 0,
    target: 'es2022',
    rolldownOptions: { output: chunkOptions(import.meta.dirname) },
  },
});
