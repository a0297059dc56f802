import type { StoredDraft } from '../../../core/stories/stored-draft.ts';
import type { RecordStore } from '../../common/record-store.ts';

/** What the editor of stories gets from the page that it runs in. */
export interface StoryDependencies {
  openStore(): RecordStore<StoredDraft>;
  now(): Date;
  /** A key that no other story has. */
  createKey(): string;
  /** Absolute address of the atlas, with a slash at its end. */
  site: string;
}
