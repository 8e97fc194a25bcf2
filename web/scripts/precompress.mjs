// After the build: a .br beside every text file, for the server to send as it is.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

const dist = new URL('../dist/', import.meta.url);

for (const name of readdirSync(dist, { recursive: true })) {
  const file = new URL(String(name).replaceAll('\\', '/'), dist);
  if (/\.woff$/.test(file.pathname)) {
    rmSync(file); // every browser that runs the dashboard reads woff2
    continue;
  }
  if (!/\.(js|css|html|svg|json|webmanifest)$/.test(file.pathname)) continue;
  const text = readFileSync(file);
  const compressed = brotliCompressSync(text, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
    },
  });
  if (compressed.length < text.length * 0.95) {
    writeFileSync(new URL(`${file.href}.br`), compressed);
  }
}
