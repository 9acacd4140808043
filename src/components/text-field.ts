/** Whether text is typed into what an event came from. */
export function isTextField(target: EventTarget | undefined): boolean {
  if (target instanceof HTMLInputElement) return target.type === 'text' || target.type === 'search';
  return target instanceof HTMLElement && (target.isContentEditable || 'selectionStart' in target);
}
