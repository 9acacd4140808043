/** A policy that is only reported on is reported on all the same. */
const headers = ['content-security-policy', 'content-security-policy-report-only'];

/** Whether the policies that an answer was sent with let its scripts compile WebAssembly (CSP 3, 4.4). */
export function letsCompile(answer: Pick<Headers, 'get'>): boolean {
  return headers
    .flatMap((name) => (answer.get(name) ?? '').split(','))
    .every((policy) => {
      const directives = new Map<string, readonly string[]>();
      for (const directive of policy.split(';')) {
        const [name = '', ...sources] = directive.trim().toLowerCase().split(/\s+/);
        // Of a directive that is given twice, the first counts.
        if (!directives.has(name)) directives.set(name, sources);
      }
      const sources = directives.get('script-src') ?? directives.get('default-src');
      return (
        sources === undefined ||
        sources.includes("'wasm-unsafe-eval'") ||
        sources.includes("'unsafe-eval'")
      );
    });
}
