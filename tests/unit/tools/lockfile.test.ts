import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Locked {
  resolved?: string;
  integrity?: string;
  link?: boolean;
  hasInstallScript?: boolean;
}

/** Packages that run a program of theirs when they are installed. */
const RUN_AT_INSTALL = ['esbuild'];

describe.each(['package-lock.json', 'tests/bench/rivals/package-lock.json'])('%s', (file) => {
  const { packages } = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, Locked> };
  const locked = Object.entries(packages).filter(([path]) => path.includes('node_modules/'));

  it('holds each package to its content', () => {
    expect(locked.length).toBeGreaterThan(0);
    expect(locked.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? '')).map(([path]) => path)).toEqual(
      [],
    );
  });

  it('takes packages from the registry only', () => {
    const elsewhere = locked.filter(
      ([, { resolved = 'https://registry.npmjs.org/', link }]) => link || !resolved.startsWith('https://registry.npmjs.org/'),
    );
    expect(elsewhere.map(([path]) => path)).toEqual([]);
  });

  it('lets no package run a program when it is installed, but those that are known', () => {
    const running = locked
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => path.split('node_modules/').at(-1));
    expect(running.filter((name) => !RUN_AT_INSTALL.includes(name ?? ''))).toEqual([]);
  });
});
