import type { Page } from 'playwright-core';
import { eventually } from './watching.ts';

/** A way to look at a page that the browser does not count as a touch, as it does whatever Playwright does to find things. */
export interface Onlooker {
  /** What a JavaScript expression gives in the page. */
  look(expression: string): Promise<unknown>;
  /** Clicks in the middle of what a CSS selector finds, as soon as it is there: a real touch. */
  click(selector: string): Promise<void>;
}

export async function onlookerOf(page: Page): Promise<Onlooker> {
  const devtools = await page.context().newCDPSession(page);
  const look = async (expression: string) => {
    const { result } = await devtools.send('Runtime.evaluate', {
      expression,
      userGesture: false,
      returnByValue: true,
    });
    return result.value as unknown;
  };
  return {
    look,
    click: async (selector) => {
      const middle = await eventually(async () => {
        const found = await look(`(() => {
          const box = document.querySelector(${JSON.stringify(selector)})?.getBoundingClientRect();
          return box && [box.left + box.width / 2, box.top + box.height / 2];
        })()`);
        if (!Array.isArray(found)) throw new Error(`nothing on the page is ${selector}`);
        return { x: Number(found[0]), y: Number(found[1]) };
      });
      await page.mouse.click(middle.x, middle.y);
    },
  };
}
