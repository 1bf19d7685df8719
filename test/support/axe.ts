import axe from 'axe-core';
// biome-ignore lint/correctness/noUnresolvedImports: jsdom is CommonJS, whose names the linter does not see
import { JSDOM, VirtualConsole } from 'jsdom';

/** A violation of the rules of accessibility: the rule, and the parts that break it. */
export interface Violation {
  readonly rule: string;
  readonly parts: readonly string[];
}

/** What axe-core has against a page, without a browser: everything but what needs sizes and colours on a screen. */
export async function violations(html: string): Promise<Violation[]> {
  const { window } = new JSDOM(html, { runScripts: 'outside-only', virtualConsole: new VirtualConsole() });
  window.eval(axe.source);
  const page = window as unknown as { axe: typeof axe };
  const { violations: found } = await page.axe.run(window.document);
  window.close();
  return found.map(({ id, nodes }) => ({ rule: id, parts: nodes.map((node) => node.html) }));
}

/** A page as a browser would hold it. */
export const pageOf = (html: string): Document => new JSDOM(html).window.document;
