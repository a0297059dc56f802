import { AtlasError } from '../../core/dataset/errors.ts';

/** What could not be loaded or drawn, with the way to try it again. */
interface Failure {
  key: string;
  error: AtlasError;
  retry: () => void;
}

/** The failures that the reader sees; one for each key. */
export class Failures {
  list: readonly Failure[] = $state.raw([]);

  /** Adds a failure in place of an earlier one with the same key. */
  report(key: string, error: AtlasError, retry: () => void): void {
    this.list = [...this.list.filter((failure) => failure.key !== key), { key, error, retry }];
  }

  dismiss(key: string): void {
    this.list = this.list.filter((failure) => failure.key !== key);
  }

  retry(failure: Failure): void {
    this.dismiss(failure.key);
    failure.retry();
  }

  retryAll(): void {
    for (const failure of this.list) this.retry(failure);
  }

  /** Null where loading failed with an `AtlasError`, which is reported under the key; other errors are thrown. */
  async attempt<T>(key: string, load: () => Promise<T>, retry: () => void): Promise<T | null> {
    this.dismiss(key);
    try {
      return await load();
    } catch (error) {
      if (!(error instanceof AtlasError)) throw error;
      this.report(key, error, retry);
      return null;
    }
  }
}
