import { DATE_FORMS, readTypedDate, type StoredDate, storedInWords } from '../../calendar/typed-date.ts';
import type { Path } from '../../messages/diagnostic.ts';
import { plain } from '../../policy/pack/condition.ts';
import type { InterviewContext } from '../flow/interview-context.ts';
import type { Option, Reply } from '../prompters/prompter.ts';

/** One value of an entry in a list. */
export interface Field {
  readonly name: string;
  readonly question: string;
  readonly type?: 'date';
  readonly options?: readonly Option<string>[];
  /** An entry without it is none. */
  readonly needed?: true;
}

/** Asks an entry value by value: kept as soon as it has what it needs, then after every value. */
export async function askEntry(path: Path, fields: readonly Field[], context: InterviewContext): Promise<void> {
  const { session } = context;
  const fresh: Record<string, StoredDate> = {};
  const isNew = session.at(path) === undefined;
  for (const field of fields.filter(({ needed }) => needed || !isNew)) {
    const reply = await askField([...path, field.name], field, context);
    if (!('value' in reply)) continue;
    if (isNew) fresh[field.name] = reply.value;
    else session.accept([{ path: [...path, field.name], value: reply.value }]);
  }
  if (!isNew) return;
  session.accept([{ path, value: fresh }]);
  for (const field of fields.filter(({ needed }) => !needed)) {
    const reply = await askField([...path, field.name], field, context);
    if ('value' in reply) session.accept([{ path: [...path, field.name], value: reply.value }]);
  }
}

function askField(path: Path, field: Field, { prompter, session }: InterviewContext): Promise<Reply<StoredDate>> {
  const { question, options, needed } = field;
  const before = session.at(path);
  const now = before === undefined ? undefined : plain(before);
  const ask = { key: path.join('.'), asides: needed ? [] : (['skip'] as const), now };
  if (options) return prompter.choose<StoredDate>({ ...ask, question, options });
  return prompter.line<StoredDate>({
    ...ask,
    question: `${question} ${DATE_FORMS}`,
    read: (typed) => {
      const read = readTypedDate(typed, session.asAt);
      return typeof read === 'object' ? read : { value: read };
    },
  });
}

/** An entry in one line. */
export function entryInWords(entry: unknown, fields: readonly Field[]): string {
  const parts = fields.flatMap(({ name, type, options }) => {
    const value = typeof entry === 'object' && entry !== null ? Reflect.get(entry, name) : undefined;
    if (value === undefined) return [];
    const words = options?.find((option) => option.value === plain(value))?.name ?? plain(value);
    const label = name === 'kind' ? '' : `${name.replaceAll('_', ' ')} `;
    return [`${label}${type === 'date' ? storedInWords(value) : words}`];
  });
  return parts.length > 0 ? parts.join('; ') : 'nothing known of it';
}
