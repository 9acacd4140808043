import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { jsonSchemas } from '../../tools/json-schemas.ts';

for (const [path, text] of Object.entries(jsonSchemas())) {
  test(`${path} is what the schemas say (UPDATE_SCHEMAS=1 writes it anew)`, () => {
    if (process.env['UPDATE_SCHEMAS'] === '1') writeFileSync(path, text);
    expect(readFileSync(path, 'utf8')).toBe(text);
  });
}
