import { DATE_FORMS, readTypedDate, type StoredDate, storedInWords } from '../../../calendar/typed-date.ts';
import type { Path } from '../../../messages/diagnostic.ts';
import { plain } from '../../../policy/pack/condition.ts';
import type { InterviewContext } from '../../flow/interview-context.ts';
import type { Option, Reply } from '../../prompters/prompter.ts';
import { byHand } from '../row-parts.ts';

/** One value of an entry in a list. */
export interface Field {
  readonly name: string;
  /** Where it stands within the entry, if that is not its name. */
  readonly path?: Path;
  /** What it is called in an entry that is shown, if that is not its name. */
  readonly label?: string;
  readonly question: string;
  /** A date, or a date with `no` where it is not done. */
  readonly type?: 'date' | 'date_or_no';
  readonly options?: readonly Option<string>[];
  /** An entry without it is none. */
  readonly needed?: true;
  /** Which entries have it; without it, all. */
  readonly isOf?: (entry: Readonly<Record<string, unknown>>) => boolean;
}

const placeOf = ({ name, path }: Field): Path => path ?? [name];

/** Asks an entry value by value: kept as soon as it has what it needs, then after every value. */
export async function askEntry(path: Path, fields: readonly Field[], context: InterviewContext): Promise<void> {
  const { session } = context;
  const isNew = session.at(path) === undefined;
  const needed = fields.filter((field) => isNew && field.needed);
  const fresh: Record<string, StoredDate> = {};
  for (const field of needed) {
    const reply = await askField([...path, field.name], field, context);
    if ('value' in reply) fresh[field.name] = reply.value;
  }
  if (isNew) session.accept([{ path, value: fresh }]);
  for (const field of fields.filter((one) => !needed.includes(one))) {
    const entry = session.at(path) as Readonly<Record<string, unknown>>;
    if (field.isOf && !field.isOf(entry)) continue;
    const at = [...path, ...placeOf(field)];
    const before = session.at(at);
    const reply = await askField(at, field, context);
    if (!('value' in reply)) continue;
    const isOwn = before !== undefined && plain(before) !== plain(reply.value);
    session.accept([{ path: at, value: reply.value }, ...(isOwn ? byHand([...path, field.name], session) : [])]);
  }
}

function askField(path: Path, field: Field, { prompter, session }: InterviewContext): Promise<Reply<StoredDate>> {
  const { question, options, needed, type } = field;
  const before = session.at(path);
  const now = before === undefined ? undefined : plain(before);
  const ask = { key: path.join('.'), asides: needed ? [] : (['skip'] as const), now };
  if (options) return prompter.choose<StoredDate>({ ...ask, question, options });
  return prompter.line<StoredDate>({
    ...ask,
    question: `${question} ${DATE_FORMS}`,
    read: (typed) => {
      if (type === 'date_or_no' && /^no?$/i.test(typed.trim())) return { value: 'no' };
      const read = readTypedDate(typed, session.asAt);
      return typeof read === 'object' ? read : { value: read };
    },
  });
}

const isGroup = (value: unknown): value is Readonly<Record<string | number, unknown>> =>
  typeof value === 'object' && value !== null;

/** An entry in one line. */
export function entryInWords(entry: unknown, fields: readonly Field[]): string {
  const parts = fields.flatMap((field) => {
    const { name, type, options } = field;
    const value = placeOf(field).reduce<unknown>((at, step) => (isGroup(at) ? at[step] : undefined), entry);
    if (value === undefined || (field.isOf && !field.isOf(entry as Readonly<Record<string, unknown>>))) return [];
    const words = options?.find((option) => option.value === plain(value))?.name ?? plain(value);
    const label = name === 'kind' ? '' : `${field.label ?? name.replaceAll('_', ' ')} `;
    return [`${label}${type === undefined || value === 'no' ? words : storedInWords(value as StoredDate)}`];
  });
  return parts.length > 0 ? parts.join('; ') : 'nothing known of it';
}
