/** The two kinds of browsers that the extension is built for, from the same sources. */
export type Family = 'chromium' | 'firefox';

/** What the two read differently: who runs the background, and from which version on all is there that it uses. */
const own = {
  chromium: {
    background: { service_worker: 'background.js', type: 'module' },
    minimum_chrome_version: '116',
  },
  firefox: {
    background: { scripts: ['background.js'], type: 'module' },
    browser_specific_settings: {
      gecko: {
        id: 'extension@matinee.invalid',
        strict_min_version: '140.0',
        data_collection_permissions: { required: ['browsingActivity', 'websiteActivity'] },
      },
      gecko_android: { strict_min_version: '142.0' },
    },
  },
} as const;

/**
 * What the browser is told of the extension. It may look at the tab in which its button was pressed (`activeTab`), put its program where the person has
 * agreed (`scripting`, and a site at a time of `optional_host_permissions`), and keep something (`storage`); it has no rights beyond that.
 */
export const manifestOf = (family: Family, version: string) => ({
  manifest_version: 3,
  name: 'Matinee',
  description: '__MSG_description__',
  default_locale: 'en',
  version,
  icons: { 16: 'icons/16.png', 32: 'icons/32.png', 48: 'icons/48.png', 128: 'icons/128.png' },
  action: { default_title: 'Matinee', default_popup: 'popup.html' },
  permissions: ['activeTab', 'scripting', 'storage'],
  optional_host_permissions: ['https://*/*'],
  content_security_policy: {
    extension_pages:
      "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src http: https: ws: wss:",
  },
  ...own[family],
});
