// The list of report forms as a table. It stands in src/report/run/forms.ts alone, with whom each form is for.
import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';

const PLACE = /(<!-- forms: made by npm run docs -->\n)[\s\S]*?(<!-- end of forms -->)/;

/** A page with the table of forms made anew, where it has a place for one. */
export async function withForms(text) {
  if (!PLACE.test(text)) return text;
  const { code } = transformSync(readFileSync('src/report/run/forms.ts', 'utf8'), { loader: 'ts' });
  const { FORMS } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  const rows = Object.entries(FORMS).map(([name, form]) => `| \`${name}\` | ${form.for} |`);
  return text.replace(
    PLACE,
    (_, head, end) => `${head}${['| form | for |', '| --- | --- |', ...rows].join('\n')}\n${end}`,
  );
}
