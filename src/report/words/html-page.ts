import { escapeHtml } from './html-text.ts';

/** A page that stands alone: nothing is fetched. */
export interface HtmlPage {
  readonly title: string;
  readonly style: string;
  /** What stands within the body, already as HTML. */
  readonly body: readonly string[];
  /** Class of the body, where it has one. */
  readonly look?: string | undefined;
  /** A comment by which the program knows the page again. */
  readonly mark?: string | undefined;
  /** A script of ours and its SHA-256 in base64: a browser runs no other. */
  readonly script?: { readonly text: string; readonly sha256: string } | undefined;
}

/** A whole page in English, for a phone as for A4. */
export function htmlPage({ title, style, body, look, mark, script }: HtmlPage): string {
  const scripts = script ? ` script-src 'sha256-${script.sha256}';` : '';
  return [
    '<!doctype html>',
    ...(mark === undefined ? [] : [mark]),
    '<html lang="en-GB">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none';${scripts} style-src 'unsafe-inline'">`,
    `<title>${escapeHtml(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    look === undefined ? '<body>' : `<body class="${look}">`,
    ...body,
    ...(script ? [`<script>${script.text}</script>`] : []),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
