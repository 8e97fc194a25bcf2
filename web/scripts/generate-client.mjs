// Writes the client's types from the API's description: `npm run generate`.
// With --check it only looks whether they are what the description says.
import { readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const description = new URL('../../openapi.json', import.meta.url);
const target = new URL('../src/api/schema.d.ts', import.meta.url);

const types =
  '// Generated from openapi.json by `npm run generate`; do not edit.\n' +
  astToString(await openapiTS(description));

if (process.argv.includes('--check')) {
  let present = '';
  try {
    present = readFileSync(target, 'utf8');
  } catch {
    // Missing is as wrong as different.
  }
  if (present !== types) {
    console.error(
      'web/src/api/schema.d.ts is not what openapi.json says: cd web && npm run generate',
    );
    process.exit(1);
  }
} else {
  writeFileSync(target, types);
}
