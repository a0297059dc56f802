type DialogName = 'about' | 'borders' | 'embed' | 'import' | 'share';

/** The dialog that is open, if any. */
export class Dialogs {
  current: DialogName | null = $state(null);

  open(name: DialogName): void {
    this.current = name;
  }

  close(): void {
    this.current = null;
  }
}
