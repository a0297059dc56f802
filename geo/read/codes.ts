import { existsSync } from 'node:fs';
import * as v from 'valibot';
import type { NodeFeature } from '../../src/core/dataset/model.ts';
import { readJson } from './json.ts';
import type { Problem } from './problem.ts';

/** How sure it is that a code is that of the node. */
const SURE = ['confirmed', 'name-and-distances', 'name', 'by-hand', 'position'] as const;

const code = v.strictObject({
  code: v.string(),
  /** The name that the source gives it. */
  name: v.string(),
  sure: v.picklist(SURE),
  sources: v.pipe(v.array(v.string()), v.minLength(1)),
});

/** `geo/network/codes.json`: by node, what other systems call it. */
const codesFile = v.record(
  v.string(),
  v.strictObject({ locode: v.optional(code), esr: v.optional(v.array(code)), uic: v.optional(code) }),
);
export type Codes = v.InferOutput<typeof codesFile>;

/** Reads the codes and gives them to their nodes; a network without such a file has none. */
export function readCodes(file: string, nodes: readonly NodeFeature[], problems: Problem[]): Codes {
  const codes = existsSync(file) ? readJson(file, { schema: codesFile, fallback: {} }, problems) : {};
  for (const { properties } of nodes) {
    const own = codes[properties.id];
    const locode = own?.locode?.code ?? properties.locode;
    if (!own && !locode) continue;
    properties.codes = {
      ...(locode && { locode }),
      ...(own?.esr && { esr: own.esr.map((one) => one.code) }),
      ...(own?.uic && { uic: own.uic.code }),
    };
  }
  return codes;
}
