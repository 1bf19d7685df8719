import { inTurn, type Turn } from '../../src/interview/prompters/in-turn.ts';
import {
  type Aside,
  type Ask,
  type Prompter,
  type Reply,
  type Row,
  Stopped,
} from '../../src/interview/prompters/prompter.ts';

/** What a worker replies: a value, a way round the question, or leaving. */
export type Says = string | readonly string[] | { aside: Aside } | 'leaves';

export const not = (aside: Aside): Says => ({ aside });

function turnOf(says: Says, row: Row): Turn {
  if (typeof says === 'object' && 'aside' in says) {
    const { aside } = says;
    return aside === 'later' ? 'next' : aside === 'back' || aside === 'list' ? aside : { aside };
  }
  const option = row.options?.find(({ value, name }) => value === says || name === says);
  const read = option ? { value: option.value } : row.read?.(says as string);
  if (!read) throw new Error(`${row.key} does not offer ${says}`);
  if ('problem' in read) throw new Error(read.problem);
  return read;
}

/** A worker who replies by a list of pairs, each used once: the end of a question's key, and the reply. */
export function worker(replies: readonly (readonly [key: string, says: Says])[]) {
  const left = [...replies];
  const asked: string[] = [];
  const said: string[] = [];
  const next = (key: string): Says => {
    asked.push(key);
    const [wanted, says] = left.shift() ?? [];
    if (wanted === undefined || says === undefined) throw new Stopped();
    if (!key.endsWith(wanted)) throw new Error(`asked for ${key}, where the test expects ${wanted}`);
    if (says === 'leaves') throw new Stopped();
    return says;
  };
  const reply = <T>(ask: Ask, read: (says: string) => T): Promise<Reply<T>> => {
    said.push(ask.question, ...(ask.beside ?? []));
    return (async () => {
      const says = next(ask.key);
      return typeof says === 'object' && 'aside' in says ? says : { value: read(says as string) };
    })();
  };
  const prompter: Prompter = {
    say: (text) => void said.push(text),
    choose: (choice) =>
      reply(choice, (says) => {
        said.push(...choice.options.map(({ name }) => name));
        const option = choice.options.find(({ value, name }) => value === says || name === says);
        if (!option)
          throw new Error(`${choice.key} does not offer ${says}: ${choice.options.map((o) => o.name).join('; ')}`);
        return option.value;
      }),
    line: (line) =>
      reply(line, (says) => {
        const read = line.read(says);
        if ('problem' in read) throw new Error(read.problem);
        return read.value;
      }),
    text: (text) => reply(text, (says) => says),
    form: (form) => {
      said.push(form.title);
      return inTurn(form, async (row) => {
        said.push(row.question, ...(row.beside ?? []), ...(row.options ?? []).map(({ name }) => name));
        // Of the questions on one screen, those that the test does not name are left for now
        while (left[0] && row.key.endsWith(left[0][0])) {
          const says = next(row.key);
          if (typeof says === 'object' && 'aside' in says && says.aside === 'why') said.push(row.why?.() ?? '');
          else return turnOf(says, row);
        }
        return 'next';
      });
    },
    tick: async (ticks) => {
      const says = next(ticks.key);
      if (ticks.canGoBack && typeof says === 'object' && 'aside' in says && says.aside === 'back') return 'back';
      return Array.isArray(says) ? says : [says as string];
    },
    close: () => undefined,
  };
  return { prompter, asked, said: (): string => said.join('\n').replace(/\s+/g, ' '), left };
}
