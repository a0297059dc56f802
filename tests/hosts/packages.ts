/** The packed packages in fresh projects of each framework: installed, type-checked, built. */
import { cpSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expectThat, type HostTrial, installNpm, runProgram } from './host.ts';

const PACKED = '.cache/packages';
const SOURCES = 'tests/hosts/projects';

/** What each project needs, and the commands that have to succeed. */
const PROJECTS: Record<string, { packages: string[]; commands: string[][] }> = {
  react: {
    packages: ['react@19', 'react-dom@19', '@types/react@19', '@types/react-dom@19', 'typescript@5.9', 'vite@7'],
    commands: [
      ['tsc', '--noEmit'],
      ['vite', 'build'],
    ],
  },
  vue: {
    packages: ['vue@3.5', 'vue-tsc@3', 'typescript@5.9', 'vite@7', '@vitejs/plugin-vue@6'],
    commands: [
      ['vue-tsc', '--noEmit'],
      ['vite', 'build', '--config', 'build.config.js'],
    ],
  },
  svelte: {
    packages: ['svelte@5', 'svelte-check@4', 'typescript@5.9', 'vite@7', '@sveltejs/vite-plugin-svelte@6'],
    commands: [
      ['svelte-check', '--fail-on-warnings'],
      ['vite', 'build', '--config', 'build.config.js'],
    ],
  },
  next: {
    packages: ['next@15.5', 'react@19', 'react-dom@19', '@types/react@19', '@types/node@20', 'typescript@5.9'],
    commands: [['next', 'build']],
  },
};

/** Packs what is built; once for all projects. */
function pack(): string[] {
  runProgram('npm', ['run', '--silent', 'pack'], '.');
  return readdirSync(PACKED)
    .filter((name) => name.endsWith('.tgz'))
    .map((name) => resolve(PACKED, name));
}

export const packages: HostTrial[] = Object.entries(PROJECTS).map(([name, { packages: needed, commands }]) => ({
  name,
  run(folder) {
    const packed = pack();
    cpSync(join(SOURCES, name), folder, { recursive: true });
    installNpm(folder, ...needed, ...packed);
    return commands.map((command) => {
      runProgram('npx', command, folder);
      return expectThat(true, `${command.join(' ')} passes`);
    });
  },
}));
