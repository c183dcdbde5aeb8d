import { describe, expect, it } from 'vitest';
import { type Family, manifestOf } from '../src/manifest';

describe.each<Family>(['chromium', 'firefox'])('the manifest for %s', (family) => {
  const manifest = manifestOf(family, '1.2.3');

  it('asks for no more than the tab whose button is pressed, and sites one at a time', () => {
    const { permissions, optional_host_permissions } = manifest;

    expect({ permissions, optional_host_permissions }).toEqual({
      permissions: ['activeTab', 'scripting', 'storage'],
      optional_host_permissions: ['https://*/*'],
    });
  });

  it('puts nothing into pages by itself, and lets no page speak to the extension', () => {
    expect(Object.keys(manifest).sort()).toEqual(
      [
        'action',
        'background',
        'content_security_policy',
        'default_locale',
        'description',
        'icons',
        'manifest_version',
        'name',
        'optional_host_permissions',
        'permissions',
        'version',
        ...(family === 'chromium' ? ['minimum_chrome_version'] : ['browser_specific_settings']),
      ].sort(),
    );
  });

  it('runs no code that did not come with it', () => {
    expect(manifest.content_security_policy.extension_pages).toContain(
      "default-src 'none'; script-src 'self';",
    );
  });
});
