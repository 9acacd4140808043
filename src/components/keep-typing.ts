import { isTextField } from './text-field.ts';

/**
 * Keeps what is typed into a text field from the page around: to a host that takes single letters for
 * commands the event comes from the element, which is no field. Other keys and shortcuts go their way.
 */
export function keepTyping(event: KeyboardEvent): void {
  const { altKey, ctrlKey, isComposing, key, metaKey } = event;
  const isShortcut = (altKey || ctrlKey || metaKey) && !event.getModifierState('AltGraph');
  const types = isComposing || /^.$/u.test(key) || key === 'Backspace' || key === 'Dead';
  if (types && !isShortcut && isTextField(event.composedPath()[0])) event.stopPropagation();
}
