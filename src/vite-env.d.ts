/// <reference types="vite/client" />

declare module '*.json?formulas' {
  import type { Expression } from './language/expression.ts';

  /** The formulas of a model file by their text, read when the page is built. */
  const formulas: Readonly<Record<string, Expression>>;
  export default formulas;
}
