/** How long tests and checks wait for what is to come before they take it for lost, in milliseconds. */
export const patience: { readonly step: number; readonly test: number; readonly build: number };
