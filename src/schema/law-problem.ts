/** Something in the scenario that the law cannot follow. */
export interface LawProblem {
  readonly pointer: string;
  readonly message: string;
}
