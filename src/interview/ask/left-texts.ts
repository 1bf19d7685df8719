import { fileName } from '../../messages/safe.ts';
import type { AnalysisItem } from '../agenda/item.ts';
import type { Draft, Drafts, InterviewContext } from '../flow/interview-context.ts';
import type { Option } from '../prompters/prompter.ts';

type Fate = 'replace' | 'add' | 'drop';

/** Offers back what was typed or written in an editor, and never came into the case file: it may be the only copy. */
export async function offerLeftTexts(context: InterviewContext): Promise<void> {
  const { drafts, items, session } = context;
  for (const draft of drafts?.left() ?? []) {
    const item = items.get(draft.key);
    if (item?.kind !== 'analysis') continue;
    const standing = session.file.analysis?.[item.key]?.text ?? '';
    if (standing.trim() === draft.text.trim()) drafts?.drop(draft.key);
    else await offer(draft, item, standing, drafts as Drafts, context);
  }
}

async function offer(
  { key, text, path }: Draft,
  item: AnalysisItem,
  standing: string,
  drafts: Drafts,
  context: InterviewContext,
): Promise<void> {
  const reply = await context.prompter.choose<Fate>({
    key: `left.${key}`,
    question: `You wrote a text for "${item.title}", and it was never saved in the case file.`,
    beside: [`It is kept in ${fileName(path)}.`, ...text.split('\n').map((line) => `| ${line}`)],
    options: fates(standing.trim() !== ''),
    asides: ['later'],
  });
  if ('aside' in reply) return;
  if (reply.value === 'drop') drafts.drop(key);
  else keepText(item, reply.value === 'add' ? `${standing.trimEnd()}\n\n${text}` : text, context);
}

const fates = (isThere: boolean): Option<Fate>[] => [
  { value: 'replace', name: isThere ? 'Put it in the place of the text that stands there' : 'Put it in the case file' },
  ...(isThere ? [{ value: 'add' as const, name: 'Add it below the text that stands there' }] : []),
  { value: 'drop', name: 'Delete it' },
];

/** Puts a text of analysis into the case; what was kept of it elsewhere goes only when it is on disk. */
export function keepText({ key }: AnalysisItem, text: string, { session, drafts }: InterviewContext): void {
  session.accept([{ path: ['analysis', key, 'text'], value: text }]);
  if (session.unsaved === undefined) drafts?.drop(key);
}
