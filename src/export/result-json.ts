import { jsonText } from '../schema/json-text.ts';
import type { Result } from '../schema/result.ts';

/** Beside the models, where an editor or a validator finds it. */
const schema = './result.schema.json';

/** A result as a file that names its schema; `tandem verify` runs it again. */
export function resultJson(result: Result): string {
  return jsonText({ $schema: schema, ...result });
}
