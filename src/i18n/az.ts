import { type Dictionary, en } from './en.ts';
export const az: Dictionary = en;
