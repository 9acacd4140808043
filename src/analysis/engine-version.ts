/** Version of Tandem that a result names: the same version gives the same bits for the same files. */
export const engineVersion = '0.1.0';
