/** The header of a list of picked places: it tells such a list from a table of shipments. */
const HEADER = /^\uFEFF?"?text"?[,;\t]"?node"?\s*(?:[,;\t\r\n]|$)/i;

export const isPlacesList = (bytes: Uint8Array): boolean => HEADER.test(new TextDecoder().decode(bytes.subarray(0, 80)));
