// After the build: what a browser fetches for the first screen of each page, compressed, in KiB.
// A page that weighs more than the limit fails the build.
import { readFileSync, rmSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

const LIMIT_KIB = 180;

const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));
const entry = Object.keys(manifest).find((name) => manifest[name].isEntry);

const compressed = (file) => brotliCompressSync(readFileSync(new URL(file, dist))).length;

/** A chunk's own files and those of all that it cannot do without. */
function filesOf(name, found = new Set()) {
  const chunk = manifest[name];
  if (found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const style of chunk.css ?? []) found.add(style);
  for (const other of chunk.imports ?? []) filesOf(other, found);
  return found;
}

const pages = manifest[entry].dynamicImports.filter((name) => name.endsWith('.svelte'));
const isTooHeavy = pages
  .map((page) => {
    // Every page needs the program and the words of one language; Arabic's weigh more.
    const files = new Set([entry, 'src/i18n/ar.ts', page].flatMap((name) => [...filesOf(name)]));
    const kib = [...files].reduce((sum, file) => sum + compressed(file), 0) / 1024;
    console.log(`${page}: ${kib.toFixed(1)} KiB of scripts and styles`);
    return kib > LIMIT_KIB;
  })
  .includes(true);
rmSync(new URL('.vite', dist), { recursive: true });
if (isTooHeavy) {
  console.error(`A page's first screen may weigh ${LIMIT_KIB} KiB.`);
  process.exit(1);
}
