export { getImportedKey, IMPORTED_ID, IMPORTED_PREFIX } from '../../dataset/ids.ts';
export { getImportedColour } from '../../style/palette.ts';
