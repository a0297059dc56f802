import { type Dictionary, en } from './en.ts';
export const ru: Dictionary = en;
