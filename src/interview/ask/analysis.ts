import { truth } from '../../logic/walks.ts';
import type { CompiledRequirement } from '../../policy/compile.ts';
import type { AnalysisItem } from '../item.ts';
import { type Reply, Stopped } from '../prompter.ts';
import { type Ended, explained, type Scene, say, waysOut } from '../scene.ts';
import { clauseLines, whyAsked } from '../why.ts';

/** The matters of a text that apply, or may yet, as far as is known. */
export function mattersOf({ pack, matters }: AnalysisItem, { session }: Scene): CompiledRequirement[] {
  const known = session.view.masks.get(pack) ?? [];
  return matters.filter((matter) => truth(matter.applies, known) !== false);
}

/** One text of analysis in the worker's own words, then the matters that it covers. */
export async function askAnalysis(item: AnalysisItem, scene: Scene): Promise<Ended> {
  introduce(item, scene);
  const before = scene.session.file.analysis?.[item.key];
  const reply = await explained(scene, whyAsked(item, scene.session.view, scene.width), () =>
    before?.text.trim() ? askAboutOld(item, before.text, scene) : askText(item, '', scene),
  );
  if ('aside' in reply) return reply.aside === 'back' ? 'back' : 'answered';
  if (reply.value !== before?.text) keepText(item, reply.value, scene);
  if (reply.value.trim()) await askCovers(item, scene);
  return 'answered';
}

function introduce(item: AnalysisItem, scene: Scene): void {
  const matters = mattersOf(item, scene);
  const known = scene.session.view.masks.get(item.pack) ?? [];
  say(scene, item.title);
  say(scene, item.asks, '  ');
  for (const line of clauseLines(item)) say(scene, line, '  ');
  say(scene, 'What your text must cover:');
  for (const { requirement, applies } of matters) {
    const may = truth(applies, known) === true ? '' : ' (may apply; that is not known yet)';
    say(scene, `- ${requirement.says}${may}`, '  ');
  }
  if (item.prompts.length > 0) say(scene, 'Questions that may help:');
  for (const prompt of item.prompts) say(scene, `- ${prompt}`, '  ');
}

async function askAboutOld(item: AnalysisItem, text: string, scene: Scene): Promise<Reply<string>> {
  say(scene, 'This is written so far:');
  say(scene, text, '  | ');
  const reply = await scene.prompter.choose<'keep' | 'change'>({
    key: `analysis.${item.key}`,
    question: 'What would you like to do?',
    options: [
      { value: 'keep', name: 'Keep the text, and tick off what it covers' },
      { value: 'change', name: 'Change the text, or add to it' },
    ],
    asides: waysOut(scene, 'later'),
  });
  if ('aside' in reply) return reply;
  return reply.value === 'keep' ? { value: text } : await askText(item, text, scene);
}

async function askText(item: AnalysisItem, now: string, scene: Scene): Promise<Reply<string>> {
  try {
    return await scene.prompter.text({
      key: `analysis.${item.key}.text`,
      question: 'In your own words:',
      now,
      asides: waysOut(scene, 'later'),
    });
  } catch (error) {
    if (error instanceof Stopped && error.draft?.trim()) keepText(item, error.draft, scene);
    throw error;
  }
}

const keepText = ({ key }: AnalysisItem, text: string, { session }: Scene): void =>
  session.accept([{ path: ['analysis', key, 'text'], value: text }]);

async function askCovers(item: AnalysisItem, scene: Scene): Promise<void> {
  const { session, prompter } = scene;
  const matters = mattersOf(item, scene);
  const before = session.file.analysis?.[item.key]?.covers ?? [];
  const ticked = await prompter.tick({
    key: `analysis.${item.key}.covers`,
    question: 'Which of these does your text cover?',
    options: matters.map(({ id, requirement }) => ({ value: id, name: requirement.says })),
    ticked: before,
  });
  const offered = matters.map(({ id }) => id);
  const covers = [...before.filter((id) => !offered.includes(id)), ...ticked];
  session.accept([{ path: ['analysis', item.key, 'covers'], value: covers }]);
  const open = matters.filter(({ id }) => !covers.includes(id)).length;
  if (open > 0) say(scene, `${open} not covered yet. You can come back to this text at any time.`, '  ');
}
