/** The name by which formulas call the price index of their model. */
export const priceIndexName = 'priceIndex';

/** What people are told of the price index, which a model gives as a formula alone. */
export const priceIndexWords = {
  label: 'Price index',
  help: '',
  unit: '1',
} as const;
