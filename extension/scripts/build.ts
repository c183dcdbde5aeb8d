import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { type Family, manifestOf } from '../src/manifest.ts';

const root = join(import.meta.dirname, '..');
const parts = join(root, 'dist', 'parts');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Packs one program with all that it needs. Not made small: who looks over the extension for a store reads it. */
const pack = (input: string, output: Rolldown.OutputOptions): Promise<unknown> =>
  build({
    root,
    configFile: false,
    logLevel: 'warn',
    base: './',
    build: {
      outDir: parts,
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'es2023',
      minify: false,
      modulePreload: false,
      rolldownOptions: { input: join(root, input), output },
    },
  });

rmSync(join(root, 'dist'), { recursive: true, force: true });
await pack('src/background/background.ts', {
  format: 'es',
  codeSplitting: false,
  entryFileNames: 'background.js',
});
await pack('src/content/content.ts', {
  format: 'iife',
  codeSplitting: false,
  entryFileNames: 'content.js',
});
await pack('popup.html', { format: 'es' });

/** Under what terms is used what is packed with our own. */
const copyLicences = (folder: string): void => {
  const modules = join(root, '..', 'node_modules');
  for (const name of ['react', 'react-dom', 'scheduler', 'valibot']) {
    const file = readdirSync(join(modules, name)).find((each) => each.startsWith('LICENSE'));
    if (file === undefined) throw new Error(`${name} does not say under what terms it may be used`);
    cpSync(join(modules, name, file), join(folder, 'licences', `${name}.txt`));
  }
  const fonts = join(root, '..', 'web', 'public', 'licences', 'OFL-1.1.txt');
  cpSync(fonts, join(folder, 'licences', 'OFL-1.1.txt'));
};

const families: readonly Family[] = ['chromium', 'firefox'];
for (const family of families) {
  const folder = join(root, 'dist', family);
  cpSync(join(root, 'public'), folder, { recursive: true });
  cpSync(parts, folder, { recursive: true });
  copyLicences(folder);
  writeFileSync(
    join(folder, 'manifest.json'),
    `${JSON.stringify(manifestOf(family, version), null, 2)}\n`,
  );
}
rmSync(parts, { recursive: true });
