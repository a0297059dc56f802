import { createContext } from 'svelte';
import type { Lang } from '../../../core/dataset/model.ts';
import type { StoryDraft } from '../../../core/stories/draft.ts';
import { addChapter, setView } from '../../../core/stories/edit-draft.ts';
import { type FileIssue, readDraft, splitFileName, type StoryFile } from '../../../core/stories/read-draft.ts';
import type { StoredDraft } from '../../../core/stories/stored-draft.ts';
import { restoreShown, takeView } from '../../../core/stories/take-view.ts';
import type { EditorTranslator } from '../../../i18n/editor-words.ts';
import type { AppState } from '../../state/app-state.ts';
import type { StoryDependencies } from './dependencies.ts';
import { SavedStories } from './saved-stories.svelte.ts';
import { UndoStack } from './undo-stack.svelte.ts';

/** The stories that a reader writes, and the one that is open. */
export class StoryDesk {
  readonly #app: AppState;
  readonly #needs: StoryDependencies;
  readonly #undo = new UndoStack<StoryDraft>();
  readonly saved: SavedStories;
  /** Null until the storage has answered. */
  #list: readonly StoredDraft[] | null = $state.raw(null);
  #openId: string | null = $state(null);
  /** The language whose words are written. */
  lang: Lang = $state('en');
  /** The story that was deleted last, until something else is done. */
  deleted: StoredDraft | null = $state.raw(null);
  /** What was wrong in the files that were opened last, and how many stories they gave. */
  report: { issues: readonly FileIssue[]; stories: number } | null = $state.raw(null);
  /** The reader's own routes were part of the view that was taken. */
  hasLeftOut = $state(false);

  /** The newest first. */
  readonly list: readonly StoredDraft[] = $derived([...(this.#list ?? [])].sort((a, b) => b.changed - a.changed));
  readonly isReady: boolean = $derived(this.#list !== null);
  readonly open: StoryDraft | null = $derived(this.#list?.find(({ id }) => id === this.#openId)?.draft ?? null);
  readonly canUndo: boolean = $derived.by(() => this.#undo.canUndo);
  readonly canRedo: boolean = $derived.by(() => this.#undo.canRedo);

  constructor(app: AppState, needs: StoryDependencies) {
    this.#app = app;
    this.#needs = needs;
    const store = needs.openStore();
    this.saved = new SavedStories(store, (id) => this.#list?.find((one) => one.id === id));
    store.listen({
      onChange: () => void this.#takeOver(),
      onCleared: () => this.saved.lose((this.#list ?? []).map(({ id }) => id)),
    });
    void this.#takeOver();
  }

  /** Takes over what the browser has kept, but for what is newer here; at first the story that was written last is opened. */
  async #takeOver(): Promise<void> {
    const kept = await this.saved.read();
    const isFirst = this.#list === null;
    const here = (this.#list ?? []).filter(({ id, changed }) => {
      const other = kept?.find((one) => one.id === id);
      return other ? changed > other.changed : kept === null || this.saved.isWaiting(id) || id === this.#openId;
    });
    this.#list = [...(kept ?? []).filter(({ id }) => !here.some((one) => one.id === id)), ...here];
    const [newest] = this.list;
    if (isFirst && newest) this.openStory(newest.id);
  }

  openStory(id: string | null): void {
    this.#openId = id;
    this.#undo.clear();
    this.deleted = null;
    this.hasLeftOut = false;
    this.lang = this.open?.langs[0] ?? this.#app.language.tr.lang;
  }

  create(): void {
    const lang = this.#app.navigation.view.lang;
    const key = this.#needs.createKey();
    const date = this.#needs.now().toISOString().slice(0, 10);
    this.#put({ key, id: '', date, sources: [], langs: [lang], heads: {}, chapters: [] });
    this.openStory(key);
  }

  remove(id: string): void {
    const gone = this.#list?.find((one) => one.id === id) ?? null;
    this.#list = (this.#list ?? []).filter((one) => one.id !== id);
    if (this.#openId === id) this.openStory(null);
    this.deleted = gone;
    void this.saved.save(id);
  }

  restore(): void {
    if (!this.deleted) return;
    this.#list = [...(this.#list ?? []), this.deleted];
    void this.saved.save(this.deleted.id);
    this.deleted = null;
  }

  /** @param tag see `UndoStack.push` */
  edit(change: (draft: StoryDraft) => StoryDraft, tag: string | null = null): void {
    const before = this.open;
    if (!before) return;
    const after = change(before);
    if (after === before) return;
    this.#undo.push(before, tag);
    this.#put(after);
  }

  /** What is typed next is a step of its own. */
  rest(): void {
    this.#undo.rest();
  }

  undo(): void {
    this.#step((now) => this.#undo.undo(now));
  }

  redo(): void {
    this.#step((now) => this.#undo.redo(now));
  }

  #step(take: (now: StoryDraft) => StoryDraft | null): void {
    const other = this.open && take(this.open);
    if (!other) return;
    this.#put(other);
    if (!other.langs.includes(this.lang)) this.lang = other.langs[0];
  }

  #put(draft: StoryDraft): void {
    const row = { id: draft.key, changed: this.#needs.now().getTime(), draft };
    this.#list = [...(this.#list ?? []).filter(({ id }) => id !== row.id), row];
    void this.saved.save(row.id);
  }

  /** Adds a chapter with what the map shows, or gives the chapter of an id that view. */
  takeView(id: string | null = null): void {
    const { dataset, navigation } = this.#app;
    const { view, leftOut } = takeView(dataset.atlas, { ...navigation.view, filters: navigation.view.filters });
    this.hasLeftOut = leftOut;
    this.edit((draft) => (id === null ? addChapter(draft, view) : setView(draft, id, view)));
  }

  /** Brings the map to the view of a chapter. */
  showView(id: string): void {
    const view = this.open?.chapters.find((chapter) => chapter.id === id)?.view;
    if (!view) return;
    const { dataset, navigation, requests, comparison } = this.#app;
    navigation.change(restoreShown(dataset.atlas, view, navigation.view.filters), 'push');
    if (view.camera) {
      navigation.restored = navigation.view;
      requests.showPlaces([]);
    } else if (view.compare?.length) comparison.show();
    else if (view.select !== undefined) requests.showFeature(view.select);
    else requests.showPlaces((view.only ?? []).flatMap((one) => requests.findPlaces(one)));
  }

  /** Opens Markdown files; those of one name are the languages of one story. */
  openFiles(files: readonly StoryFile[]): void {
    const usual = this.#app.navigation.view.lang;
    const names = files.map(({ name }) => splitFileName(name).id).filter((name, i, all) => all.indexOf(name) === i);
    const issues: FileIssue[] = [];
    let last: string | null = null;
    let stories = 0;
    for (const name of names) {
      const key = this.#needs.createKey();
      const read = readDraft(
        files.filter((file) => splitFileName(file.name).id === name),
        { key, usual },
      );
      issues.push(...read.issues);
      if (!read.draft) continue;
      this.#put(read.draft);
      stories += 1;
      last = key;
    }
    if (last !== null) this.openStory(last);
    this.report = { issues, stories };
  }
}

/** The desk and the words of the editor, for the components of it. */
export const [useDesk, provideDesk] = createContext<{ desk: StoryDesk; readonly tr: EditorTranslator; site: string }>();

const desks = new WeakMap<AppState, StoryDesk>();

/** One for each mounted app: what is written stays while other panels are open, also where the browser keeps nothing. */
export function getDesk(app: AppState, needs: StoryDependencies): StoryDesk {
  const desk = desks.get(app) ?? createDesk(app, needs);
  desks.set(app, desk);
  return desk;
}

/** Made below the component that asks for it first, a desk would no longer follow its own changes once that one is gone. */
function createDesk(app: AppState, needs: StoryDependencies): StoryDesk {
  let desk: StoryDesk | undefined;
  $effect.root(() => {
    desk = new StoryDesk(app, needs);
  });
  return desk!;
}
