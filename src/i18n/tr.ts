import { type Dictionary, en } from './en.ts';
export const tr: Dictionary = en;
