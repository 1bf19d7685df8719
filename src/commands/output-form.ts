import { extname } from 'node:path';
import { standingAt } from '../files/write/standing.ts';
import { UserError } from '../messages/errors.ts';
import { fileName } from '../messages/safe.ts';
import { oneOf } from '../messages/suggest.ts';

/** What was asked for: a form by its name, or a file whose ending names one. */
interface FormWish {
  readonly format?: string;
  readonly output?: string;
}

/**
 * The form of a result: by the ending of the file that `-o` names, else by `--format`, else the usual one.
 * @throws UserError for an ending that stands for no form, or for another than `--format` names, and for a form that is not written here
 */
export function formFor<F extends string>(
  { format, output }: FormWish,
  endings: Readonly<Record<string, F>>,
  usual: F,
): F {
  // Word goes to a file, whose ending names it
  const forms = [...new Set(Object.values(endings))].filter((form) => form !== 'word');
  if (format !== undefined && !forms.includes(format as F))
    throw new UserError(`--format ${format}: this is not among the forms here. Known: ${oneOf(forms, forms.length)}.`);
  // A pipe or a device has no ending by nature
  if (output === undefined || standingAt(output).is === 'channel') return (format as F | undefined) ?? usual;
  const ending = extname(output).toLowerCase();
  const form = endings[ending];
  const known = oneOf(Object.keys(endings), Object.keys(endings).length);
  if (form === undefined)
    throw new UserError(
      `-o ${fileName(output)}: the ending says what is written, and this one is none of them. Known: ${known}.`,
    );
  if (format !== undefined && format !== form)
    throw new UserError(
      `-o ${fileName(output)}: a file with the ending \`${ending}\` is ${form}, and --format asks for ${format}. Leave --format out, or choose another ending. Known: ${known}.`,
    );
  return form;
}
