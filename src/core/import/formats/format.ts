/** What a format of files is to the import: how to know it, how to read it, and how to write it. */
import type { Feature, Geometry } from 'geojson';
import type { ImportIssue } from '../checks/issues.ts';
import type { FileContent } from '../parse/content.ts';

/** A GeoJSON feature as it stands in the file, not yet checked. */
export interface RawFeature {
  value: unknown;
  /** Where it stands: a path in JSON, else the line. */
  path?: string;
  line?: number;
  /** Name of the folder, layer or file that it lies in; tells features of the same name apart. */
  group?: string;
  /** Name of the file inside an archive. */
  file?: string;
  /** What it is called where it has no name of its own, better than the file's name. */
  title?: string;
}

/** Features of a file, and what the reader could not use of it. */
export interface Read {
  features: RawFeature[];
  issues: ImportIssue[];
}

/** Is called now and then with the share that is done, of 1; what it returns is awaited, so that others have their turn. */
export type Pause = (done: number) => Promise<void> | undefined;

export interface ReadOptions {
  pause: Pause;
  /** Reads a file that lies in this one. */
  readInner: (content: FileContent, options: { pause: Pause }) => Promise<Read>;
}

export interface WriteOptions {
  /** Name of all that is written. */
  title: string;
  /** Program that writes, as its readers call it. */
  creator: string;
  /** Language of names, by BCP 47. */
  lang: string;
}

/** A feature with a name, ready to be written. */
export type NamedFeature = Feature<Geometry, Record<string, unknown>> & { properties: { name: string } };

export interface ImportFormat {
  id: string;
  /** As people call it; the same in all languages. */
  label: string;
  /** Endings of file names, without the dot; what counts is the content. */
  extensions: readonly string[];
  /** Looks at the content. Throws an `ImportError` where no other format could make sense of it either. */
  is(content: FileContent): boolean;
  /** Throws an `ImportError` where the whole file is refused. */
  read(content: FileContent, options: ReadOptions): Promise<Read>;
  /** Text of a file with the features; absent where the format is only read. */
  write?(features: readonly NamedFeature[], options: WriteOptions): string;
  /** Media type of what `write` gives. */
  type?: string;
}
