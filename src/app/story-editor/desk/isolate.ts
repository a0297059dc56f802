/** A name for the middle of a sentence which may run in another direction, such as that of a language. */
export const isolate = (name: string): string => `\u2068${name}\u2069`;
