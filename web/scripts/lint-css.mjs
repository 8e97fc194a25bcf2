// Styles say start and end, never left and right: half of our users read from the right.
import { readdirSync, readFileSync } from 'node:fs';

const source = new URL('../src/', import.meta.url);
const physical =
  /(^|[\s;{(])((margin|padding|border|inset)-(left|right)|(left|right)\s*:|(text-align|float|clear)\s*:\s*(left|right)|border-(top|bottom)-(left|right)-radius)/;

let found = 0;
for (const name of readdirSync(source, { recursive: true })) {
  const path = String(name).replaceAll('\\', '/');
  if (!/\.(css|svelte)$/.test(path)) continue;
  let text = readFileSync(new URL(path, source), 'utf8');
  const offset = path.endsWith('.svelte') ? text.indexOf('<style') : 0;
  if (offset < 0) continue;
  const before = text.slice(0, offset).split('\n').length - 1;
  text
    .slice(offset)
    .split('\n')
    .forEach((line, index) => {
      if (!physical.test(line)) return;
      found += 1;
      console.error(`src/${path}:${before + index + 1}: ${line.trim()}`);
    });
}
if (found > 0) {
  console.error('Use logical properties: inline-start and inline-end instead of left and right.');
  process.exit(1);
}
