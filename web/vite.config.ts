import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';

/** The server that the development server passes API calls on to. */
const server = process.env['CLIENTELE_URL'] ?? 'http://127.0.0.1:8080';

/** Fetches the fonts of the first paint at once, so that text does not change its width. */
function preloadFonts(): Plugin {
  const first = /(inter-latin-wght-normal|plex-sans-arabic-arabic-400)[^/]*\.woff2$/;
  return {
    name: 'preload-fonts',
    transformIndexHtml(_html, { bundle }) {
      const fonts = Object.keys(bundle ?? {}).filter((name) => first.test(name));
      return fonts.map((name) => ({
        tag: 'link',
        attrs: {
          rel: 'preload',
          as: 'font',
          type: 'font/woff2',
          href: `/${name}`,
          crossorigin: true,
        },
        injectTo: 'head',
      }));
    },
  };
}

export default defineConfig({
  plugins: [svelte(), preloadFonts()],
  build: {
    target: 'es2023',
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': server, '/healthz': server } },
});
