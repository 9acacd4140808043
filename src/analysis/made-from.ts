import type { Model } from '../schema/model.ts';

const origins = new WeakMap<Model, Model>();

/** Has a model that was made from another count as that one: its file is the other's. */
export function madeFrom(made: Model, model: Model): Model {
  if (made !== model) origins.set(made, model);
  return made;
}

/** The model that a model was made from; itself where it was read from a file. */
export function originOf(model: Model): Model {
  return origins.get(model) ?? model;
}
