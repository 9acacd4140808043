/// <reference types="vite/client" />

declare module '*.json?checked' {
  import type { Model } from './schema/model.ts';

  /** What a model file says, checked when the page is built. */
  const model: Model;
  export default model;
}

declare module '*.json?formulas' {
  import type { Expression } from './language/expression.ts';

  /** The formulas of a model file by their text, read when the page is built. */
  const formulas: Readonly<Record<string, Expression>>;
  export default formulas;
}

declare module '*.json?regions' {
  import type { Regime } from './schema/regime.ts';

  /** The regions of the laws in the folder of the file that are asked by default. */
  const regions: readonly Pick<Regime, 'regions'>[];
  export default regions;
}

declare module '*.json?laws' {
  import type { Expression } from './language/expression.ts';

  /** The formulas of all regimes in the folder of the file, read when the page is built. */
  const formulas: Readonly<Record<string, Expression>>;
  export default formulas;
}
