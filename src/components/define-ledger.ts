import { TandemLedger } from './tandem-ledger.ts';

/** Registers what shows one future, unless another of its name is there already. */
export function defineLedger(registry: CustomElementRegistry): void {
  if (registry.get('tandem-ledger') === undefined) registry.define('tandem-ledger', TandemLedger);
}
