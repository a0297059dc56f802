/** JSON with the place of what is wrong in it, which not every engine gives. */
import { ImportError } from '../checks/issues.ts';
import { LIMITS } from '../checks/limits.ts';
import { isDeeperThan } from './json-values.ts';

/** Throws `bad-json` with its line, or `too-deep`. `firstLine` is the line of the file that the text begins in. */
export function parseJson(text: string, firstLine = 1): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const before = text.slice(0, findJsonError(text)).split('\n');
    const column = (before.at(-1)?.length ?? 0) + 1;
    throw new ImportError({ code: 'bad-json', line: before.length + firstLine - 1, column }, error);
  }
  if (isDeeperThan(value, LIMITS.depth)) throw new ImportError({ code: 'too-deep', params: { most: LIMITS.depth } });
  return value;
}

const TOKEN =
  /[\t\n\r ]*(?:([{}[\],:])|("(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/uy;

/** What may come next: a value, a value or the end of an empty list, a key and so on. */
type Expected = 'value' | 'first-item' | 'key' | 'first-key' | 'colon' | 'comma' | 'end';

/** Index of the first character that cannot stand where it does; the length of the text where it only breaks off. */
function findJsonError(text: string): number {
  const open: string[] = [];
  let expected: Expected = 'value';
  let at = 0;
  for (;;) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (!match) return at + (/^[\t\n\r ]*/.exec(text.slice(at))?.[0].length ?? 0);
    const [whole, sign, string] = match;
    const start = TOKEN.lastIndex - whole.trimStart().length;
    const next = advance(expected, sign ?? (string === undefined ? 'value' : 'string'), open);
    if (next === null) return start;
    expected = next;
    at = TOKEN.lastIndex;
  }
}

/** What may follow a token; null where the token may not stand there. */
function advance(expected: Expected, token: string, open: string[]): Expected | null {
  const close = (): Expected => {
    open.pop();
    return open.length === 0 ? 'end' : 'comma';
  };
  const takesValue = expected === 'value' || expected === 'first-item';
  const isInObject = open.at(-1) === '{';
  switch (token) {
    case '{':
    case '[':
      if (!takesValue) return null;
      open.push(token);
      return token === '{' ? 'first-key' : 'first-item';
    case '}':
      return isInObject && (expected === 'first-key' || expected === 'comma') ? close() : null;
    case ']':
      return open.at(-1) === '[' && (expected === 'first-item' || expected === 'comma') ? close() : null;
    case ',':
      return expected === 'comma' ? (isInObject ? 'key' : 'value') : null;
    case ':':
      return expected === 'colon' ? 'value' : null;
    default:
      if (token === 'string' && (expected === 'key' || expected === 'first-key')) return 'colon';
      if (!takesValue) return null;
      return open.length === 0 ? 'end' : 'comma';
  }
}
