/**
 * Offers a file to be kept, under a name made of plain letters; returns what was done, in words.
 * Nothing leaves the browser.
 */
export function saveBlob(blob: Blob, name: string, ending: string): string {
  const file = `${fileName(name)}.${ending}`;
  const address = URL.createObjectURL(blob);
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
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, '');
  return plain === '' ? 'tandem' : plain;
}
