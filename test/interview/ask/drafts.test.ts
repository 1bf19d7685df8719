import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DraftFolder } from '../../../src/files/write/drafts.ts';
import type { Item } from '../../../src/interview/agenda/item.ts';
import { askAnalysis } from '../../../src/interview/ask/analysis.ts';
import { type LongText, type Prompter, type Reply, Stopped } from '../../../src/interview/prompters/prompter.ts';
import { folderWith } from '../../support/folder.ts';
import { caseText, sceneFor } from '../kit.ts';

const PLANS = `previous_plans: {complete: yes, plans: [{authority: Sampleshire, began: 2023-01-10, ended: 2024-02-10, category: NEG}]}
dates: {conference_requested: 2026-11-03}
`;
const GOOD = 'The change did not last once the work with the family had come to its end, since nobody stayed in touch.';

/** A text that is typed letter by letter, and then ends as it is told. */
const typing =
  (words: string, end: () => Reply<string>) =>
  async ({ keep }: LongText): Promise<Reply<string>> => {
    for (let at = 1; at <= words.length; at++) keep?.(words.slice(0, at));
    return end();
  };

async function asked(
  texts: readonly ((text: LongText) => Promise<Reply<string>>)[],
  more: { folder?: string; doubt?: 'keep' | 'change' | 'later'; env?: Record<string, string> } = {},
) {
  const folder = more.folder ?? folderWith({ 'case.yaml': caseText(PLANS) });
  const drafts = new DraftFolder(join(folder, 'case.yaml'), { interactive: true, env: more.env ?? {} });
  const left = [...texts];
  const said: string[] = [];
  const shown: LongText[] = [];
  const prompter: Prompter = {
    say: (text) => void said.push(text),
    choose: async ({ options }) => {
      const found = options.find(({ value }) => value === more.doubt);
      return found ? { value: found.value } : { aside: 'later' };
    },
    line: async () => ({ aside: 'later' }),
    text: (text) => {
      shown.push(text);
      const next = left.shift();
      if (!next) throw new Stopped();
      return next(text);
    },
    tick: async ({ ticked }) => ticked,
    form: async () => 'done',
    close: () => undefined,
  };
  const scene = sceneFor(caseText(PLANS), prompter);
  const context = { ...scene.context, drafts };
  const item = context.items.get('point_1') as Extract<Item, { kind: 'analysis' }>;
  await askAnalysis(item, context).catch((error: unknown) => {
    if (!(error instanceof Error) || error.message !== 'killed') throw error;
  });
  return {
    folder,
    said: said.join('\n').replace(/\s+/g, ' '),
    shown,
    left: drafts.left().map(({ text }) => text),
    text: scene.session.file.analysis?.point_1?.text.trim(),
    files: () => readdirSync(folder),
  };
}

const killed = (): never => {
  throw new Error('killed');
};

describe('a text that is typed', () => {
  it('is kept beside the case file with every key, and the next sitting goes on from it', async () => {
    const first = await asked([typing('Half a sentence', killed)]);
    expect(first.left).toEqual(['Half a sentence']);
    expect(first.text).toBeUndefined();
    const second = await asked([typing(GOOD, () => ({ value: GOOD }))], { folder: first.folder });
    expect(second.shown[0]?.now).toBe('Half a sentence');
    expect(second.text).toBe(GOOD);
    expect(second.left).toEqual([]);
    expect(second.files()).toEqual(['case.yaml']);
  });

  it('leaves nothing beside the case file where a word leads elsewhere', async () => {
    const { left, files } = await asked([typing('later', () => ({ aside: 'later' }))]);
    expect(left).toEqual([]);
    expect(files()).toEqual(['case.yaml']);
  });

  it('is a draft that does not count where it is doubtful and left for later, and that is said', async () => {
    const { left, text, said } = await asked([typing('TBC', () => ({ value: 'TBC' }))], { doubt: 'later' });
    expect(text).toBeUndefined();
    expect(left).toEqual(['TBC']);
    expect(said).toContain('is left as a draft. It does not count, and is not in the case file, until you finish it.');
  });

  it('goes into the case file and covers nothing, where no draft can be kept', async () => {
    const folder = folderWith({ 'case.yaml': caseText(PLANS), '.case.yaml.texts': 'no folder' });
    const { text, said, files } = await asked([typing('TBC', () => ({ value: 'TBC' }))], { folder, doubt: 'later' });
    expect(text).toBe('TBC');
    expect(files().sort()).toEqual(['.case.yaml.texts', 'case.yaml']);
    expect(said).toContain('It does not count, and covers nothing, until you finish it.');
  });

  it('counts where the person keeps it although it is doubtful', async () => {
    const { left, text } = await asked([typing('TBC', () => ({ value: 'TBC' }))], { doubt: 'keep' });
    expect([text, left]).toEqual(['TBC', []]);
  });

  it('has what it must cover at hand, in short', async () => {
    const { shown } = await asked([typing(GOOD, () => ({ value: GOOD }))]);
    expect(shown[0]?.inView?.[0]).toBe('To cover, and to help:');
    expect(shown[0]?.inView?.length).toBeGreaterThan(2);
  });
});
