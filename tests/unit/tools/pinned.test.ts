import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const WORKFLOWS = '.github/workflows';

it('actions and images are pinned by digest, as a tag may be moved to something else', () => {
  const actions = readdirSync(WORKFLOWS).flatMap((file) =>
    [...readFileSync(join(WORKFLOWS, file), 'utf8').matchAll(/uses:\s*([^\s.][^\s]*)/g)].map(([, action]) => action!),
  );
  expect(actions.length).toBeGreaterThan(5);
  expect(actions.filter((action) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/.test(action))).toEqual([]);
  const images = [...readFileSync('deploy/Containerfile', 'utf8').matchAll(/^FROM (\S+)/gm)].map(([, image]) => image!);
  expect(images.length).toBe(2);
  expect(images.filter((image) => !/@sha256:[0-9a-f]{64}$/.test(image))).toEqual([]);
});
