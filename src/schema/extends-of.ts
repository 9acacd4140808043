import { parse } from 'jsonc-parser';

/** As deep as a chain of scenarios may be: a scenario may rest on seven others. */
export const longestChain = 8;

/** The file that a scenario's text says it extends, before it is known to be right; null where none. */
export function extendsOfText(text: string): string | null {
  return extendsOf(parse(text, [], { allowTrailingComma: true }));
}

/** From the raw value: a scenario with other faults still shows the faults of what it extends. */
export function extendsOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('extends' in value)) return null;
  return typeof value.extends === 'string' && value.extends !== '' ? value.extends : null;
}
