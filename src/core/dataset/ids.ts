/** Ids of features and of imported routes, as addresses and messages carry them. */

export const ID = /^[A-Za-z0-9][A-Za-z0-9-]{0,120}$/;

/** Keeps the id of an imported route in an address apart from those of the dataset. */
export const IMPORTED_PREFIX = 'import-';
export const getImportedKey = (id: string): string => IMPORTED_PREFIX + id;
/** Ids of imported routes, without the prefix. */
export const IMPORTED_ID = /^[a-z0-9]{6,16}$/;
