import { truthIn } from '../../assess/case/project.ts';
import { ComparedText, doubtAbout } from '../../case/sheet/text-doubt.ts';
import { UserError } from '../../messages/errors.ts';
import type { CompiledRequirement } from '../../policy/compile/compiled.ts';
import { mattersIn, promptsFor } from '../agenda/asked.ts';
import type { AnalysisItem } from '../agenda/item.ts';
import { type Ended, endedBy, explained, type InterviewContext, say, waysOut } from '../flow/interview-context.ts';
import { Moved } from '../flow/session.ts';
import { type Reply, type Row, Stopped } from '../prompters/prompter.ts';
import { keepText } from './left-texts.ts';
import { markOf, yesNo } from './row-parts.ts';
import { beginSignature } from './signature.ts';

/** One text of analysis in the worker's own words, then the matters that it covers. */
export async function askAnalysis(item: AnalysisItem, context: InterviewContext): Promise<Ended> {
  const before = context.session.file.analysis?.[item.key]?.text ?? '';
  const draft = draftOf(item, context);
  const reply = await explained(item, context, () =>
    before.trim() && draft === undefined ? askAboutOld(item, before, context) : askText(item, draft ?? '', context),
  );
  if ('aside' in reply) return endedBy(reply.aside);
  const text = await sure(item, reply.value, context);
  if (text !== undefined) await askCovers(item, context);
  return 'answered';
}

/** Puts a text into the case, and questions one that can be no analysis; that one is a draft until the person keeps it. */
async function sure(item: AnalysisItem, typed: string, context: InterviewContext): Promise<string | undefined> {
  let text = typed;
  for (;;) {
    const doubt = doubtAbout(new ComparedText(text), {
      texts: othersThan(item, context),
      asked: wordsOf(item),
      matters: 0,
    });
    if (!doubt) return finished(item, text, context);
    keepDraft(item, text, context);
    const reply = await context.prompter.choose<'keep' | 'change'>({
      key: `analysis.${item.key}.doubt`,
      question: `${doubt.says} A person who reads only this should see what you think, and why.`,
      options: [
        { value: 'change', name: 'Write more' },
        ...(text.trim() ? [{ value: 'keep' as const, name: 'Keep it as it is' }] : []),
      ],
      asides: ['later'],
    });
    if ('value' in reply && reply.value === 'keep') return finished(item, text, context);
    const again = 'aside' in reply ? reply : await askText(item, text, context);
    if ('aside' in again) return leftAsDraft(item, text, context);
    text = again.value;
  }
}

/** A text that the person hands in: it stands in the case file, and its draft goes. */
function finished(item: AnalysisItem, text: string, context: InterviewContext): string {
  if (text !== context.session.file.analysis?.[item.key]?.text && text.trim()) keepText(item, text, context);
  else context.drafts?.drop(item.key);
  return text;
}

/** Where no draft can be kept, the text is not lost: it goes into the case file, and covers nothing. */
function leftAsDraft(item: AnalysisItem, text: string, context: InterviewContext): undefined {
  if (!text.trim()) return;
  const isKept = draftOf(item, context)?.trim() === text.trim();
  if (!isKept) keepText(item, text, context);
  const where = isKept ? 'is not in the case file' : 'covers nothing';
  say(context, `"${item.title}" is left as a draft. It does not count, and ${where}, until you finish it.`);
}

/** What was typed of a text and is not in the case file. */
const draftOf = (item: AnalysisItem, { drafts }: InterviewContext): string | undefined =>
  drafts?.left().find(({ key }) => key === item.key)?.text;

/** Keeps what is typed so far beside the case file; where that cannot be done, the person learns it with the answer. */
function keepDraft({ key }: AnalysisItem, text: string, { drafts }: InterviewContext): void {
  try {
    if (text.trim()) drafts?.keep(key, text);
    else drafts?.drop(key);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
}

const wordsOf = ({ asks, title, ofTheChild, prompts, matters }: AnalysisItem): string[] => [
  asks,
  title,
  ...ofTheChild,
  ...prompts,
  ...matters.map(({ requirement }) => requirement.says),
];

const othersThan = ({ key }: AnalysisItem, { session }: InterviewContext): ComparedText[] =>
  Object.entries(session.file.analysis ?? {}).flatMap(([id, { text }]) => (id === key ? [] : [new ComparedText(text)]));

/** What stands beside a text: what it must cover, and questions that help. */
function besides(item: AnalysisItem, context: InterviewContext): string[] {
  const known = context.session.view.masks.get(item.pack) ?? [];
  const covers = mattersIn(item, context.session.view).map(({ requirement, applies }) => {
    const may = truthIn(item.pack, applies, known) === true ? '' : ' (this may apply; it is not known yet)';
    return `- ${requirement.says}${may} ${requirement.clauses.join(', ')}`;
  });
  const help = promptsFor(item, context.session.view).map((prompt) => `- ${prompt}`);
  return [
    item.asks,
    'Your text is to cover:',
    ...covers,
    ...(help.length > 0 ? ['Questions that may help:', ...help] : []),
  ];
}

/** The same in short, for a text that grows: what it must cover, and then what helps. */
function inView(item: AnalysisItem, { session }: InterviewContext): string[] {
  const covers = mattersIn(item, session.view).map(({ requirement }) => `- ${requirement.says}`);
  const help = promptsFor(item, session.view).map((prompt) => `- ${prompt}`);
  return ['To cover, and to help:', ...[...covers, ...help].slice(0, IN_VIEW)];
}

/** As many of them have room beside a text in a small window. */
const IN_VIEW = 7;

async function askAboutOld(item: AnalysisItem, text: string, context: InterviewContext): Promise<Reply<string>> {
  const reply = await context.prompter.choose<'keep' | 'change'>({
    key: `analysis.${item.key}`,
    question: item.title,
    beside: [...besides(item, context), 'Written so far:', ...text.split('\n').map((line) => `| ${line}`)],
    options: [
      { value: 'keep', name: 'Keep the text, and tick off what it covers' },
      { value: 'change', name: 'Change the text, or add to it' },
    ],
    asides: waysOut(context, 'later'),
  });
  if ('aside' in reply) return reply;
  return reply.value === 'keep' ? { value: text } : await askText(item, text, context);
}

async function askText(item: AnalysisItem, now: string, context: InterviewContext): Promise<Reply<string>> {
  const { drafts, prompter } = context;
  const before = draftOf(item, context);
  try {
    const reply = await prompter.text({
      key: `analysis.${item.key}.text`,
      question: item.title,
      beside: [...besides(item, context), 'Write it in your own words.'],
      now,
      keep: (text) => keepDraft(item, text, context),
      inView: inView(item, context),
      asides: drafts?.edit ? ['editor', ...waysOut(context, 'later')] : waysOut(context, 'later'),
    });
    // The word that leads elsewhere was typed like a text, and is none
    if ('aside' in reply) keepDraft(item, before ?? '', context);
    return 'aside' in reply && reply.aside === 'editor' ? inEditor(item, now, context) : reply;
  } catch (error) {
    if (error instanceof Stopped && error.draft?.trim()) keepLeaving(item, error.draft, context);
    throw error;
  }
}

/** What was written in the editor; where that cannot be had, the question is left as it was, and why is said. */
function inEditor({ key }: AnalysisItem, now: string, context: InterviewContext): Reply<string> {
  try {
    return { value: context.drafts?.edit?.(key, now) ?? now };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    say(context, error.message);
    return { aside: 'later' };
  }
}

/** The person is leaving: whatever becomes of the text, nothing more is asked. */
function keepLeaving(item: AnalysisItem, text: string, context: InterviewContext): void {
  try {
    keepText(item, text, context);
  } catch (error) {
    if (!(error instanceof Moved)) throw error;
  }
}

/** What the text covers, and who wrote it when, on one screen. */
async function askCovers(item: AnalysisItem, context: InterviewContext): Promise<void> {
  const { session, prompter } = context;
  const matters = mattersIn(item, session.view);
  const signature = beginSignature(item, context);
  await prompter.form({
    title: 'Which of these does your text cover?',
    all: 'all of these',
    rows: () => [...matters.map((matter) => coverRow(matter, item, context)), ...signature.rows()],
    asides: [],
  });
  signature.keep();
  const { text = '', covers = [] } = session.file.analysis?.[item.key] ?? {};
  const [before, now] = [0, covers.length].map((n) =>
    doubtAbout(new ComparedText(text), { texts: [], asked: [], matters: n }),
  );
  if (now && !before) say(context, `Look at this text again. ${now.says}`, '  ');
  const open = matters.filter(({ id }) => !covers.includes(id)).length;
  if (open > 0) say(context, `${open} not covered yet. You can come back to this text at any time.`, '  ');
}

function coverRow({ id, requirement }: CompiledRequirement, { key }: AnalysisItem, { session }: InterviewContext): Row {
  const covers = (): readonly string[] => session.file.analysis?.[key]?.covers ?? [];
  const now = covers().includes(id) ? 'yes' : undefined;
  return {
    key: `analysis.${key}.covers.${id}`,
    question: requirement.says,
    options: yesNo('yes', 'no', ['covered', 'not covered']),
    asides: [],
    now,
    mark: markOf(now),
    take: (reply) => {
      const before = covers();
      const without = before.filter((other) => other !== id);
      const value = 'value' in reply && reply.value === 'yes' ? [...without, id] : without;
      if (value.length !== before.length) session.accept([{ path: ['analysis', key, 'covers'], value }]);
    },
  };
}
