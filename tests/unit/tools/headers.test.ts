import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CONTENT_POLICY, HASHED, HEADERS, writeHeadersFile, OTHERS } from '../../../tools/host/headers.ts';

describe('headers', () => {
  it('allow no script, style or connection of others, and no code in pages', () => {
    const rules = new Map(CONTENT_POLICY.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)]));
    expect(rules.get('default-src')).toEqual(["'none'"]);
    for (const name of ['script-src', 'style-src', 'font-src', 'frame-src']) expect(rules.get(name)).toEqual(["'self'"]);
    // A sandboxed frame starts its worker from its own text.
    expect(rules.get('worker-src')).toEqual(["'self'", 'data:']);
    expect(CONTENT_POLICY).not.toMatch(/unsafe|\*/);
  });

  it('are the same for nginx, word for word', () => {
    const conf = readFileSync('deploy/nginx.conf', 'utf8');
    const added = [...conf.matchAll(/add_header (\S+) "([^"]*)" always;/g)].map(([, name, value]) => [name, value]);
    expect(Object.fromEntries(added)).toEqual(HEADERS);
    expect(conf).toContain(`"${HASHED.cacheControl}"`);
    expect(conf).toContain(`"${OTHERS.cacheControl}"`);
  });

  it('are the same for Netlify and Cloudflare, in the form that both read', () => {
    const file = writeHeadersFile();
    expect(file.split('\n').every((line) => line.length < 2000)).toBe(true);
    const everywhere = file.split('\n\n')[0]!.split('\n');
    expect(everywhere[0]).toBe('/*');
    expect(everywhere.slice(1)).toEqual(Object.entries(HEADERS).map(([name, value]) => `  ${name}: ${value}`));
    // Cloudflare joins what two rules say of one header.
    expect(file.match(/Cache-Control/g)).toHaveLength(1);
    expect(file).toContain(`/assets/*\n  Cache-Control: ${HASHED.cacheControl}\n`);
  });
});
