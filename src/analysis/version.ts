/** The version of Tandem that a result names; equal to the package's. */
export const tandemVersion = '0.1.0';
