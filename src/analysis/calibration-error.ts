/** Targets that cannot be met, or make no sense: the message says which, and what could be. */
export class CalibrationError extends Error {}
