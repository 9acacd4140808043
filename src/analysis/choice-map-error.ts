/** A map cannot be made as asked: the message says what would be right. */
export class ChoiceMapError extends Error {}
