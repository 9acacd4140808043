/** What a browser offers to pages that demand trusted types; absent in some browsers. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ): { createScriptURL(address: string): string };
}

let vouch: ((address: string) => string) | null = null;

/**
 * The address of Tandem's own worker, vouched for where a page demands trusted types and lists the
 * policy `tandem-calculator`. Elsewhere it stays as it is, and the browser decides.
 */
export function trustedAddress(address: URL): string {
  if (vouch === null) {
    const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
    vouch = (given) => given;
    try {
      const policy = trustedTypes?.createPolicy('tandem-calculator', {
        createScriptURL: (given) => given,
      });
      if (policy !== undefined) vouch = (given) => policy.createScriptURL(given);
    } catch {
      // A page that does not list the policy refuses the worker; the run then happens in the page.
    }
  }
  return vouch(address.href);
}
