/** Offers a text as a file to be kept; returns what was done, in words. Nothing leaves the browser. */
export function saveFile(text: string, name: string): string {
  const file = `${fileName(name)}.json`;
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = file;
  link.click();
  // After the browser has begun to read it.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  return `Saved as ${file}.`;
}

function fileName(name: string): string {
  const plain = name
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '');
  return plain === '' ? 'scenario' : plain.slice(0, 60);
}
