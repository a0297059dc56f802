/** The last line of a test run, plain enough for any machine to read: "N passed, N failed". */
import type { Reporter, TestModule } from 'vitest/node';

export default class Summary implements Reporter {
  #lines: string[] = [];

  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    let passed = 0;
    let failed = errors.length;
    for (const module of modules) {
      if (module.children.size === 0 && module.state() === 'failed') failed++;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') passed++;
        if (state === 'failed') failed++;
      }
    }
    this.#lines.push(`${passed} passed, ${failed} failed`);
    process.once('exit', () => console.log(this.#lines.join('\n')));
  }
}
