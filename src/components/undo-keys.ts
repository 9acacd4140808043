import { isTextField } from './text-field.ts';

/**
 * What a key asks for: Ctrl or Cmd with Z takes the last change back, with Shift or with Y makes it
 * again. null for other keys, and in text fields, which take back what was typed themselves.
 */
export function undoCommand(event: KeyboardEvent): 'undo' | 'redo' | null {
  const { altKey, ctrlKey, key, metaKey, shiftKey } = event;
  if (altKey || ctrlKey === metaKey || isTextField(event.composedPath()[0])) return null;
  switch (key.toLowerCase()) {
    case 'z':
      return shiftKey ? 'redo' : 'undo';
    case 'y':
      return shiftKey ? null : 'redo';
    default:
      return null;
  }
}
