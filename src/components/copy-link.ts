/** Puts an address where it can be pasted from; returns what was done, in words. */
export async function copyLink(address: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(address);
    return 'The link was copied. It holds what you changed, and opens in any browser.';
  } catch {
    // A page may be refused the clipboard.
    return `Copy this link: ${address}`;
  }
}
