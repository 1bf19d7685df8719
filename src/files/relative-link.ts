import { dirname, relative, resolve, sep } from 'node:path';

/** A link from a page to a file, counted from the page; from the folder of the program's run where the page has none. */
export function relativeLink(page: string | undefined, path: string): string {
  const from = page === undefined ? resolve('') : dirname(resolve(page));
  return relative(from, resolve(path)).split(sep).map(encodeURIComponent).join('/');
}
