/** WordPress as Debian packages it, with a database of its own: what each role may paste, what it makes of addresses, what readers see. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from '../../tools/dev/chromium.ts';
import { findProgram } from '../../tools/dev/ensure-installed.ts';
import { expectThat, getCode, type HostTrial, runProgram, writeFiles } from './host.ts';
import { answers, findFreePort, installAll, waitFor, withStarted } from './processes.ts';
import { serveAtlas } from './served-atlas.ts';

const NEEDED: Record<string, string> = {
  wordpress: '/usr/share/wordpress/wp-load.php',
  'php-cli': '/usr/bin/php',
  'php-mysql': '/usr/share/doc/php-mysql',
  'mariadb-server': '/usr/sbin/mariadbd',
};
/** What the site is set up with: addresses of this machine count as outside, as those of a public atlas would. */
const getFiles = (socket: string, url: string): Record<string, string> => ({
  'site/wp-config.php': `<?php
define('DB_NAME', 'trial'); define('DB_USER', 'root'); define('DB_PASSWORD', ''); define('DB_HOST', 'localhost:${socket}');
define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', ''); define('WP_HOME', '${url}'); define('WP_SITEURL', '${url}');
define('WP_HTTP_BLOCK_EXTERNAL', false); define('DISABLE_WP_CRON', true); define('WP_CONTENT_DIR', __DIR__ . '/wp-content');
$table_prefix = 'wp_';
require_once ABSPATH . 'wp-settings.php';
`,
  'site/wp-content/mu-plugins/trial.php': `<?php
add_filter('http_request_host_is_external', '__return_true');
add_filter('http_allowed_safe_ports', fn ($ports, $host, $url) => [...$ports, (int) wp_parse_url($url, PHP_URL_PORT)], 10, 3);
add_filter('pre_wp_mail', '__return_true');
`,
  // Debian packages themes apart; what matters is what every theme does.
  'site/wp-content/themes/trial/style.css': '/* Theme Name: Trial */ iframe { max-width: 100% }',
  'site/wp-content/themes/trial/index.php': `<!doctype html><html><head><meta name="viewport" content="width=device-width">
<style>iframe { max-width: 100% }</style><?php wp_head(); ?></head><body>
<?php while (have_posts()) { the_post(); the_content(); } wp_footer(); ?></body></html>`,
  // Prints, as JSON, what becomes of each code and address, and where the article is.
  'site/trial.php': `<?php
define('WP_INSTALLING', true);
require __DIR__ . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Trial', 'admin', 'admin@example.org', true, '', 'trial');
switch_theme('trial');
$in = json_decode(file_get_contents('php://stdin'), true);
$out = ['kses' => [], 'oembed' => []];
foreach ($in['codes'] as $kind => $code) $out['kses'][$kind] = wp_unslash(wp_filter_post_kses(wp_slash($code)));
foreach ($in['addresses'] as $address) $out['oembed'][$address] = (string) wp_oembed_get($address, ['width' => 640]);
$out['post'] = get_permalink(wp_insert_post(['post_title' => 'Article', 'post_status' => 'publish', 'post_author' => 1,
  'post_content' => "Before\\n\\n" . $in['addresses'][0] . "\\n\\nAfter"]));
echo json_encode($out);
`,
});

interface Answer {
  kses: Record<string, string>;
  oembed: Record<string, string>;
  post: string;
}

/** Reads the article as on a phone. */
async function readArticle(post: string): Promise<{ height: number; hidden: number; landed: string }> {
  const browser = await chromium.launch({ executablePath: findChromium(), args: [...CHROMIUM_FLAGS] });
  try {
    const page = await browser.newPage({ viewport: { width: 375, height: 800 } });
    await page.goto(post);
    const frame = page.frameLocator('iframe.wp-embedded-content');
    await frame.locator('.open').waitFor();
    const element = page.locator('iframe.wp-embedded-content');
    await element.scrollIntoViewIfNeeded();
    const inner = page.frames().find((one) => one !== page.mainFrame());
    const height = (await element.boundingBox())?.height ?? 0;
    const hidden = (await inner?.evaluate(() => document.documentElement.scrollHeight - innerHeight)) ?? NaN;
    // WordPress follows links of the frame that has the focus.
    await frame.locator('.open').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/select=btk/);
    return { height, hidden, landed: page.url() };
  } finally {
    await browser.close();
  }
}

/** What it makes of each address, and leaves of each code for authors. */
const listShown = ({ oembed, kses }: Answer, addresses: readonly string[]): string[] => [
  ...addresses.map((address) => {
    const html = oembed[address] ?? '';
    return expectThat(/<blockquote[^>]*>.*<iframe[^>]+sandbox/s.test(html), `${address} becomes a frame with a link`);
  }),
  ...Object.entries(kses).map(([kind, left]) => expectThat(/<a href|\[!\[/.test(left), `the link of ${kind} stays for authors`)),
];

async function tryWordPress(folder: string, started: ChildProcess[]): Promise<string[]> {
  installAll(NEEDED);
  const atlas = await serveAtlas();
  try {
    const socket = join(folder, 'db.sock');
    const data = join(folder, 'db');
    mkdirSync(data);
    const user = process.getuid?.() === 0 ? ['--user=root'] : [];
    runProgram('mariadb-install-db', [`--datadir=${data}`, '--auth-root-authentication-method=normal', ...user], folder);
    const options = [`--datadir=${data}`, `--socket=${socket}`, '--skip-networking', `--pid-file=${data}/pid`, ...user];
    started.push(spawn('/usr/sbin/mariadbd', ['--no-defaults', ...options], { stdio: 'ignore' }));
    await waitFor('The database', () => existsSync(socket));
    runProgram('mariadb', ['--no-defaults', `--socket=${socket}`, '-uroot', '-e', 'CREATE DATABASE trial'], folder);

    const port = await findFreePort();
    const url = `http://127.0.0.1:${String(port)}`;
    // Debian's copy names one configuration for the machine: the trial has its own.
    runProgram('cp', ['-rL', '/usr/share/wordpress', 'site'], folder);
    runProgram('rm', ['-f', 'site/wp-config.php'], folder);
    writeFiles(folder, getFiles(socket, url));
    const addresses = ['pages/btk.html', 'embed/btk.az.html', '', 'pages/C01.html', '?select=btk'].map(
      (path) => atlas.url + path,
    );
    const kinds = ['iframe', 'frame', 'element', 'picture', 'markdown'] as const;
    const codes = Object.fromEntries(kinds.map((kind) => [kind, getCode(kind, atlas.url)]));
    // Not spawnSync: the atlas is served by this very process.
    const answer = await runPhp(join(folder, 'site'), { codes, addresses });
    const shown = listShown(answer, addresses);
    started.push(
      spawn(findProgram('php') ?? 'php', ['-S', `127.0.0.1:${String(port)}`], { cwd: join(folder, 'site'), stdio: 'ignore' }),
    );
    await waitFor('The site', () => answers(url));
    const { height, hidden, landed } = await readArticle(answer.post);
    const version = /\$wp_version = '([^']+)'/.exec(readFileSync('/usr/share/wordpress/wp-includes/version.php', 'utf8'))?.[1];
    return [
      `WordPress ${version ?? ''}`,
      ...shown,
      expectThat(hidden <= 0, `a phone shows all of the frame, ${String(Math.round(height))} pixels high`),
      expectThat(landed.startsWith(atlas.url), 'its link opens the atlas'),
    ];
  } finally {
    atlas.close();
  }
}

async function runPhp(site: string, input: object): Promise<Answer> {
  const php = spawn(findProgram('php') ?? 'php', ['trial.php'], { cwd: site, stdio: ['pipe', 'pipe', 'inherit'] });
  php.stdin.end(JSON.stringify(input));
  let text = '';
  for await (const part of php.stdout) text += String(part);
  return JSON.parse(text.slice(text.indexOf('{"kses"'))) as Answer;
}

export const wordpress: HostTrial = {
  name: 'wordpress',
  run: (folder) => withStarted((started) => tryWordPress(folder, started)),
};
