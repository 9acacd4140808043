/** The policy under which the page must work, and with which the built page asks to be held to. */
export const contentSecurityPolicy = "default-src 'self'";

/**
 * The policy that the page is best served with: workers, whose policy is that of their own file,
 * may compile the engine. Under the stricter one all is the same but for the time it takes.
 */
export const servedPolicy = `${contentSecurityPolicy}; script-src 'self' 'wasm-unsafe-eval'`;

/** Both by what they mean for the engine: what is measured or checked, is so under each. */
export const policies = {
  'with WebAssembly': servedPolicy,
  'without WebAssembly': contentSecurityPolicy,
};
