import { type Dictionary, en } from './en.ts';
export const ka: Dictionary = en;
