import type { Person } from './browser.ts';

/** What happened on a person's pages that text alone can never cause. */
export interface Damage {
  /** Dialogs that scripts have opened. */
  readonly dialogs: readonly string[];
  /** Nodes that no page of ours has: of a foreign kind, or with a script in an attribute. */
  readonly nodes: readonly string[];
  /** What the Content-Security-Policy had to stop. */
  readonly reports: readonly string[];
}

declare global {
  interface Window {
    matineeDamage?: { nodes: string[]; reports: string[] };
  }
}

/** Watches all pages that the person opens from now on; gives what happened on the page that is open. */
export async function guard({ page }: Person): Promise<() => Promise<Damage>> {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await page.addInitScript(watchInPage);
  return async () => {
    const { nodes, reports } = await page.evaluate(
      () => window.matineeDamage ?? { nodes: ['nobody watched'], reports: [] },
    );
    return { dialogs: [...dialogs], nodes, reports };
  };
}

/** Runs in the page, before anything else. */
function watchInPage() {
  const damage = { nodes: [] as string[], reports: [] as string[] };
  window.matineeDamage = damage;
  const foreign = 'script, iframe, object, embed, base, meta, link, style, math, img, template';
  const isHostile = (element: Element) =>
    (element.matches(foreign) && document.body.contains(element)) ||
    element.matches('source, animate, details, body body, base, iframe, object, embed') ||
    element.getAttributeNames().some((name) => /^on|^srcdoc$|^formaction$/.test(name)) ||
    ['href', 'src', 'action', 'xlink:href'].some((name) =>
      /^\s*(javascript|data):/i.test(element.getAttribute(name) ?? ''),
    );
  const look = (node: Node) => {
    if (node instanceof Element && isHostile(node)) damage.nodes.push(node.outerHTML);
  };
  const lookThrough = (node: Node) => {
    look(node);
    for (const child of node.childNodes) lookThrough(child);
  };
  document.addEventListener('securitypolicyviolation', (event) => {
    damage.reports.push(`${event.violatedDirective} ${event.blockedURI}`);
  });
  document.addEventListener('DOMContentLoaded', () => {
    new MutationObserver((records) => {
      for (const { type, addedNodes, target } of records) {
        if (type === 'attributes') look(target);
        for (const node of addedNodes) lookThrough(node);
      }
    }).observe(document.documentElement, { childList: true, subtree: true, attributes: true });
  });
}
