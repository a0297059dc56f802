/** A file with its bytes and, asked for only where needed and only once, its text and JSON. */
import { ImportError } from '../checks/issues.ts';
import { decodeText } from './decode.ts';
import { parseJson } from './json.ts';

export interface FileContent {
  /** Name of the file with its ending. */
  name: string;
  bytes: Uint8Array;
  /** Other files of the same name beside it in an archive, by their ending in small letters. */
  siblings?: ReadonlyMap<string, Uint8Array>;
  /** Another file of the archive that this one lies in, by a path as seen from this one; each is found once. */
  findFile?: (path: string) => FileContent | null;
  /** Throws `empty-file`, `not-text` and their like, or `bad-encoding`. */
  text(): string;
  /** The beginning of the text, without blanks at its start. */
  head(): string;
  /** Throws `bad-json` or `too-deep`, besides what `text` throws. */
  json(): unknown;
}

const HEAD = 4000;

export function createContent(
  name: string,
  bytes: Uint8Array,
  more: Pick<FileContent, 'siblings' | 'findFile'> = {},
): FileContent {
  const text = once(() => decodeText(bytes));
  const json = once(() => parseJson(text()));
  return {
    ...more,
    name,
    bytes,
    text,
    json,
    head: once(() =>
      text()
        .slice(0, HEAD * 4)
        .trimStart()
        .slice(0, HEAD),
    ),
  };
}

/** Keeps a failure as well, as several formats ask. */
function once<T>(compute: () => T): () => T {
  let kept: { value: T } | { error: ImportError } | undefined;
  return () => {
    kept ??= attempt(compute);
    if ('error' in kept) throw kept.error;
    return kept.value;
  };
}

function attempt<T>(compute: () => T): { value: T } | { error: ImportError } {
  try {
    return { value: compute() };
  } catch (error) {
    if (error instanceof ImportError) return { error };
    throw error;
  }
}

/** Name of a file without its folders and its ending. */
export const getStem = (name: string): string => (name.split(/[/\\]/).at(-1) ?? '').replace(/\.[A-Za-z0-9]{1,9}$/, '');

/** Ending of a file's name in small letters, without the dot; empty where it has none. */
export const getExtension = (name: string): string => /\.([A-Za-z0-9]{1,9})$/.exec(name)?.[1]?.toLowerCase() ?? '';
