import type { AnalysisItem } from '../agenda/item.ts';
import type { InterviewContext } from '../flow/interview-context.ts';
import type { Reply } from '../prompters/prompter.ts';

/** The texts of a case file by key: those of which a sitting began. */
export type TextsBefore = ReadonlyMap<string, string>;

export const textsNow = ({ session }: InterviewContext): TextsBefore =>
  new Map(Object.entries(session.file.analysis ?? {}).map(([key, { text }]) => [key, text]));

/** Once, at the end of a sitting: offers to release for the family what was written in it. Nothing is released without an answer. */
export async function offerRelease(context: InterviewContext, before: TextsBefore): Promise<void> {
  const { prompter } = context;
  for (;;) {
    const texts = writtenNow(context, before);
    if (texts.length === 0) return;
    const reply = await prompter.choose<string>({
      key: 'release',
      question: 'May the family read something of what you wrote?',
      beside: ['Their form shows only what you release here, for parents and for the child apart. This can wait.'],
      options: texts.map(({ key, title }) => ({ value: key, name: title })),
      asides: ['later'],
    });
    const item = 'value' in reply ? texts.find(({ key }) => key === reply.value) : undefined;
    if (!item || !(await release(item, context))) return;
  }
}

/** Texts that were written or changed in this sitting, of which nothing is released, and of whose question a family form speaks. */
function writtenNow({ items, session }: InterviewContext, before: TextsBefore): AnalysisItem[] {
  return [...items.values()].filter((item): item is AnalysisItem => {
    if (item.kind !== 'analysis' || !isForFamily(item)) return false;
    const written = session.file.analysis?.[item.key];
    return Boolean(written?.text.trim()) && !written?.for_family && written?.text !== before.get(item.key);
  });
}

const isForFamily = ({ key, pack: { pack } }: AnalysisItem): boolean =>
  pack.questions[pack.analyses?.[key]?.question ?? '']?.for_family !== undefined;

const READERS = {
  parents: 'What may the parents read of this text?',
  child: 'What may the child read of it?',
} as const;

/** Whether something was released. */
async function release(item: AnalysisItem, context: InterviewContext): Promise<boolean> {
  const path = ['analysis', item.key, 'for_family'];
  const released: [string, string][] = [];
  for (const reader of ['parents', 'child'] as const) {
    const reply = await askReader(item, reader, context);
    if ('value' in reply && reply.value.trim()) released.push([reader, reply.value.trim()]);
  }
  if (released.length === 0) return false;
  const signed = await signatureOf(item, context);
  context.session.accept([...released, ...signed].map(([key, value]) => ({ path: [...path, key], value })));
  return true;
}

async function askReader(
  { key, title }: AnalysisItem,
  reader: keyof typeof READERS,
  { prompter, session }: InterviewContext,
): Promise<Reply<string>> {
  const text = session.file.analysis?.[key]?.text ?? '';
  const how = await prompter.choose<'whole' | 'words' | 'nothing'>({
    key: `analysis.${key}.for_family.${reader}.how`,
    question: `${title}: ${READERS[reader]}`,
    beside: text.split('\n').map((line) => `| ${line}`),
    options: [
      { value: 'nothing', name: 'Nothing' },
      { value: 'words', name: 'Other words, which I write now' },
      { value: 'whole', name: 'The whole text' },
    ],
    asides: ['later'],
  });
  if ('aside' in how || how.value === 'nothing') return { value: '' };
  if (how.value === 'whole') return { value: 'whole' };
  return prompter.text({
    key: `analysis.${key}.for_family.${reader}`,
    question: `${title}: ${READERS[reader]}`,
    beside: ['Use easy words, and blame nobody. Say what happened, and what the child needs.'],
    asides: ['later'],
  });
}

/** Who released it and when: the author of the sitting today, or as answers from a file have it. */
async function signatureOf(
  { key }: AnalysisItem,
  { prompter, session }: InterviewContext,
): Promise<[string, string][]> {
  const { by } = session.signature ?? {};
  if (!prompter.signsEach) return [...(by ? ([['by', by]] as [string, string][]) : []), ['date', session.asAt]];
  const given: [string, string][] = [];
  for (const part of ['by', 'date']) {
    const reply = await prompter.line<string>({
      key: `analysis.${key}.for_family.${part}`,
      question: part,
      asides: ['later'],
      read: (typed) => ({ value: typed }),
    });
    if ('value' in reply) given.push([part, reply.value]);
  }
  return given;
}
