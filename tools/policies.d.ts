/** The policy under which the page must work, and with which the built page asks to be held to. */
export const contentSecurityPolicy: string;

/** The policy that the page is best served with: its workers may compile the engine. */
export const servedPolicy: string;

/** Both by what they mean for the engine. */
export const policies: Readonly<Record<'with WebAssembly' | 'without WebAssembly', string>>;
