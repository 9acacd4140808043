/** What a file is by its first bytes, where it is no text. */
export type ForeignFormat = 'zip' | 'old-office' | 'pdf' | 'rtf' | 'picture';

const signatures: readonly (readonly [ForeignFormat, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 3, 4]],
  ['old-office', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  // Excel before 5.0 wrote its records plainly.
  ['old-office', [0x09, 0x08, 0x08, 0, 0, 0]],
  ['old-office', [0x09, 0x08, 0x10, 0, 0, 6]],
  ['old-office', [0x09, 0x04, 6, 0]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
];

/** The format of a file that is no text; null where it may be one. */
export function foreignFormat(bytes: Uint8Array): ForeignFormat | null {
  const found = signatures.find(([, signature]) =>
    signature.every((byte, index) => bytes[index] === byte),
  );
  return found?.[0] ?? null;
}

/** What such a file is, in words. */
export const formatWords: Readonly<Record<ForeignFormat, string>> = {
  zip: 'an Excel workbook or a zip archive',
  'old-office': 'a file of an old Excel or Word, such as .xls',
  pdf: 'a PDF',
  rtf: 'a Word or RTF document',
  picture: 'a picture',
};
