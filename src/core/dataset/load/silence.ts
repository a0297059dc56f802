/** A limit of time that counts how long nothing comes: a slow line may take as long as it needs. */
export interface Silence {
  /** Aborts once nothing has come for that long. */
  signal: AbortSignal;
  /** Something has come. */
  hear(): void;
  stop(): void;
}

export function limitSilence(seconds: number): Silence {
  const controller = new AbortController();
  const wait = () => setTimeout(() => controller.abort(), seconds * 1000);
  let timer = wait();
  const stop = () => clearTimeout(timer);
  const hear = () => {
    stop();
    timer = wait();
  };
  return { signal: controller.signal, hear, stop };
}
