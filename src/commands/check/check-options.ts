import type { Level } from '../../assess/case/concern.ts';
import type { Asked } from '../../check/settings.ts';
import { UserError } from '../../messages/errors.ts';
import { didYouMean, oneOf } from '../../messages/suggest.ts';
import { FORM_NAMES, type FormName } from '../../report/run/forms.ts';
import type { ReturnOptions } from '../import/import-options.ts';

/** Options of `check`, as commander gives them. */
export interface CheckOptions extends ReturnOptions {
  /** Returns to compare the case files with. */
  readonly against?: readonly string[];
  readonly format?: FormName;
  readonly output?: readonly string[];
  readonly force?: boolean;
  readonly failOn?: Level;
  readonly show?: Level;
  readonly max?: string;
  readonly dueWithin?: string;
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly filesFrom?: string;
  readonly changedSince?: string;
  readonly config?: string;
  readonly showValues?: boolean;
  readonly writeSuppressions?: boolean;
  readonly owner?: string;
  readonly until?: string;
  readonly prune?: boolean;
  /** How many threads share the files: a number, or `auto`. */
  readonly threads?: string;
}

/** What the command line says that a configuration could say too. @throws UserError */
export function asked({ failOn, show, max, dueWithin, only, skip }: CheckOptions): Asked {
  return {
    ...(failOn && { failOn }),
    ...(show && { show }),
    ...(max !== undefined && { max: whole('--max', max) }),
    ...(dueWithin !== undefined && { dueWithin: whole('--due-within', dueWithin.replace(/d$/, '')) }),
    ...(only && { only: names(only) }),
    ...(skip && { skip: names(skip) }),
  };
}

function whole(option: string, text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new UserError(
    `${option} ${text}: write a whole number${option === '--due-within' ? ' of days, such as 10d' : ''}.`,
  );
}

const names = (list: readonly string[]): string[] => list.flatMap((text) => text.split(',')).filter(Boolean);

/** A report and the file that it goes to. */
export interface Wish {
  readonly form: FormName;
  readonly path: string;
}

/** Reads `form=file`. @throws UserError */
export function wishes({ output = [] }: CheckOptions): Wish[] {
  return output.map((text) => {
    const [form = '', ...rest] = text.split('=');
    const path = rest.join('=');
    if (!path) throw new UserError(`-o ${text}: write the form and the file, such as \`sarif=cpplan.sarif\`.`);
    if (FORM_NAMES.includes(form)) return { form: form as FormName, path };
    throw new UserError(
      `-o ${text}: there is no form \`${form}\`.${didYouMean(form, FORM_NAMES)} Known: ${oneOf(FORM_NAMES)}.`,
    );
  });
}
