import { join } from 'node:path';

/** The root of the repository. */
export const ROOT = join(import.meta.dirname, '..', '..');

/** Where tests put what they make: films, pictures, data of servers. */
export const TARGET = join(ROOT, 'e2e', 'target');

/** Where the servers of stories write what their rooms do. */
export const TRACES = join(TARGET, 'traces');

const { MATINEE_CHROMIUM } = process.env;

/** Debian's chromium, or the browser that MATINEE_CHROMIUM names. */
export const CHROMIUM = MATINEE_CHROMIUM ?? '/usr/bin/chromium';

const { MATINEE_FIREFOX } = process.env;

/** Debian's firefox-esr, or the browser that MATINEE_FIREFOX names; not needed by the tests. */
export const FIREFOX = MATINEE_FIREFOX ?? '/usr/bin/firefox-esr';
