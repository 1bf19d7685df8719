import { describe, expect, it } from 'vitest';
import { byKey, childText, person, SECOND, sitWith } from './kit.ts';

const A = childText('EX-0901', SECOND);
const B = childText('EX-0902', SECOND);
const C = childText('EX-0903', SECOND);

describe('a fact that can be the same for the children of a family', () => {
  it('is asked once, and goes into the file of each child that is ticked, and into no other', async () => {
    const { texts, files } = await sitWith(
      [A, B, C],
      person(
        byKey({
          'conference_requested.for': 'some',
          'conference_requested.for.EX-0901': 'yes',
          'conference_requested.for.EX-0903': 'yes',
          'dates.conference_requested': '3/11/2026',
        }),
      ),
    );
    expect(files.map(({ dates }) => dates)).toEqual([
      { conference_requested: '2026-11-03' },
      undefined,
      { conference_requested: '2026-11-03' },
    ]);
    expect(texts[1]).toBe(B);
    for (const [i, text] of texts.entries())
      for (const other of ['EX-0901', 'EX-0902', 'EX-0903'].toSpliced(i, 1)) expect(text).not.toContain(other);
  });

  it('is put again for those that are left, where there are two of them, and then not any more', async () => {
    const four = [A, B, C, childText('EX-0904', SECOND)];
    const asked: string[] = [];
    await sitWith(
      four,
      person((row) => {
        if (!row.key.includes('conference_requested')) return undefined;
        asked.push(row.beside?.at(-1) ?? row.question);
        return (
          byKey({
            'conference_requested.for': asked.length === 1 ? 'some' : '',
            'EX-0901': 'yes',
            'EX-0902': 'yes',
            'dates.conference_requested': '3/11/2026',
          })(row) || undefined
        );
      }),
    );
    expect(asked).toEqual([
      'The children: EX-0901, EX-0902, EX-0903 and EX-0904.',
      'EX-0901',
      'EX-0902',
      'EX-0903',
      'EX-0904',
      'The answer for EX-0901 and EX-0902',
      'The children: EX-0903 and EX-0904.',
    ]);
  });

  it('ticks nobody by itself, and Enter on every screen changes no file', async () => {
    const ticked: unknown[] = [];
    const { texts, ended } = await sitWith(
      [A, B, C],
      person(({ key, now }) => void (key.includes('.for') && ticked.push(now))),
    );
    expect(ended).toBe('complete');
    expect(texts).toEqual([A, B, C]);
    expect(ticked.length).toBeGreaterThan(5);
    expect(ticked.filter((now) => now !== undefined)).toEqual([]);
  });

  it('left as not known asks once who finds out, and both files have it', async () => {
    const { files } = await sitWith(
      [A, B],
      person(
        byKey({
          'service_gaps_left.for': 'all',
          'answers.service_gaps_left': 'not known',
          'service_gaps_left.who': 'team_manager',
          'service_gaps_left.chase_by': '1/12/2026',
        }),
      ),
    );
    const entry = { unknown: 'not_known', who: 'team_manager', chase_by: '2026-12-01' };
    expect(files.map(({ answers }) => answers)).toEqual([{ service_gaps_left: entry }, { service_gaps_left: entry }]);
  });

  it('that one file has already is not asked of that child, and is shown beside', async () => {
    const known = childText('EX-0901', `${SECOND}dates: {conference_requested: 2026-11-04}\n`);
    const beside: string[] = [];
    const { texts } = await sitWith(
      [known, B, C],
      person((row) => {
        if (row.key === 'dates.conference_requested.for') beside.push(...(row.beside ?? []));
        return byKey({ 'conference_requested.for': 'all', 'dates.conference_requested': '3/11/2026' })(row);
      }),
    );
    expect(beside).toContain('On file for EX-0901: 4 November 2026.');
    expect(beside).toContain('The children: EX-0902 and EX-0903.');
    expect(texts[0]).toBe(known);
  });

  it('keeps what was left open in each file, where a child is ticked and taken out again', async () => {
    const open = 'answers: {service_gaps_left: {unknown: awaited, who: team_manager}}\n';
    const waits = childText('EX-0901', `${SECOND}${open}`);
    let turn = 0;
    const { texts, files } = await sitWith(
      [waits, B],
      person(({ key }) => {
        if (key === 'answers.service_gaps_left.for') return ++turn === 1 ? 'all' : 'some';
        if (key === 'answers.service_gaps_left') return 'yes';
        return undefined;
      }),
    );
    expect(files.map(({ answers }) => answers)).toEqual([{ service_gaps_left: 'yes' }, { service_gaps_left: 'yes' }]);
    const again = await sitWith(
      [waits, B],
      person(({ key, now }) => (key.endsWith('service_gaps_left.for') && now === undefined ? 'all' : undefined)),
    );
    expect(again.texts).toEqual([waits, B]);
    expect(texts[0]).not.toBe(waits);
  });
});

describe('what is asked of each child apart', () => {
  it('is every judgement, view and decision: none of them is offered for several', async () => {
    const keys: string[] = [];
    await sitWith(
      [A, B],
      person(({ key }) => void (key.endsWith('.for') && keys.push(key))),
    );
    expect(keys).toContain('answers.service_gaps_left.for');
    for (const own of [
      'risks_significantly_different',
      'team_view',
      'head_of_service_view',
      'step_down',
      'head_of_service_agreement',
    ])
      expect(keys.filter((key) => key.includes(own))).toEqual([]);
  });

  it('names the child on every screen, and the list leads from one child to another', async () => {
    const picks = ['EX-0902', 'EX-0901', 'end'];
    const { said, files } = await sitWith(
      [A, B],
      person(({ key }) => (key === 'answers.risks_compared' ? 'same' : undefined), {
        choose: async ({ key, options }) => {
          if (key === 'review') return { value: options[0]?.value as never };
          if (key !== 'family') return { aside: 'later' };
          const pick = picks.shift();
          const found = options.find(({ name }) => name.startsWith(`${pick}: `));
          return { value: (found ?? options.at(-1))?.value as never };
        },
      }),
    );
    const screens = said.split('\n').filter((line) => line.startsWith('--- ') || line.startsWith('==='));
    expect(screens.filter((line) => !/EX-090[12]|Several children/.test(line))).toEqual([]);
    expect(said.indexOf('=== EX-0902 ===')).toBeLessThan(said.indexOf('=== EX-0901 ==='));
    expect(files.map(({ answers }) => answers?.risks_compared)).toEqual(['same', 'same']);
  });

  it('is brought up where a common answer does not fit the records of one child, in the part of that child', async () => {
    const earlier = A.replace('ended: 2024-02-10', 'ended: 2023-11-10');
    const brought: string[] = [];
    const picks = ['EX-0901', 'EX-0902', 'end'];
    let now = '';
    const { said } = await sitWith(
      [earlier, B],
      person(byKey({ 'conference_requested.for': 'all', 'dates.conference_requested': '1/2/2024' }), {
        choose: async ({ key, options }) => {
          if (key.startsWith('conflict')) brought.push(now);
          if (key === 'family') now = picks.shift() ?? '';
          const found = options.find(({ name }) => name.startsWith(`${now}: `));
          return {
            value: (key === 'review' ? options[0] : key === 'family' && found ? found : options.at(-1))?.value as never,
          };
        },
      }),
    );
    expect(brought).toEqual(['EX-0902']);
    expect(said.replace(/\s+/g, ' ')).toContain('The request is dated before the last plan ended');
  });
});

describe('a family under two authorities', () => {
  it('asks together only what the packs of both ask for', async () => {
    const stoke = childText('EX-0903', 'current_plan: {began: 2026-06-01}\n', 'authority: stoke-on-trent').replace(
      'plan_before',
      'plan_going',
    );
    const offered: string[] = [];
    await sitWith(
      [A, B, stoke],
      person(({ key, beside }) => void (key.endsWith('.for') && offered.push(`${key} ${beside?.at(-1)}`))),
    );
    const withThird = offered.filter((line) => line.includes('EX-0903'));
    expect(offered.length).toBeGreaterThan(withThird.length);
    for (const line of withThird) expect(line).not.toContain('service_gaps_left');
  });
});

describe('saving', () => {
  const ANSWERS = byKey({ 'conference_requested.for': 'all', 'dates.conference_requested': '3/11/2026' });

  it('goes on to the others where one file cannot be written, and says for whom', async () => {
    let isFull = true;
    const answers = person(ANSWERS, {
      choose: async ({ key, options }) => {
        if (key === 'family') isFull = false;
        return key === 'family' ? { value: options.at(-1)?.value as never } : { aside: 'later' };
      },
    });
    const { said, texts, files } = await sitWith([A, B, C], answers, (child) => child === 1 && isFull);
    expect(said.replace(/\s+/g, ' ')).toContain('EX-0902: Not saved: the disk is full.');
    expect(said.replace(/\s+/g, ' ')).toContain('Saved for EX-0901 and EX-0903. Not saved yet for EX-0902.');
    expect(files.map(({ dates }) => dates?.conference_requested)).toEqual(Array(3).fill('2026-11-03'));
    expect(texts[1]).toContain('2026-11-03');
  });

  it('keeps what another hand wrote in one file meanwhile, and names the child', async () => {
    let isDone = false;
    const { said, files } = await sitWith([A, B], person(ANSWERS), undefined, undefined, (disk) => {
      if (isDone) return;
      isDone = true;
      disk[1] += 'answers: {risks_compared: same}\n';
    });
    expect(said.replace(/\s+/g, ' ')).toContain('EX-0902: The file was changed by another hand meanwhile.');
    expect(files.map(({ dates }) => dates?.conference_requested)).toEqual(['2026-11-03', '2026-11-03']);
    expect(files.map(({ answers }) => answers?.risks_compared)).toEqual([undefined, 'same']);
  });

  it('is done in each file before anything else is asked: a stop at any key loses nothing that was answered', async () => {
    const replies = { '.for': 'all', 'dates.conference_requested': '3/11/2026', 'answers.service_gaps_left': 'no' };
    for (let stop = 1; stop < 40; stop += 3) {
      let keys = 0;
      const given: string[] = [];
      const { files, ended } = await sitWith(
        [A, B],
        person((row) => {
          if (++keys > stop) return 'leaves';
          const says = byKey(replies)(row);
          if (says && !row.key.endsWith('.for')) given.push(row.key);
          return says;
        }),
      );
      expect(['stopped', 'complete']).toContain(ended);
      for (const file of files) {
        if (given.includes('dates.conference_requested')) expect(file.dates?.conference_requested).toBe('2026-11-03');
        if (given.includes('answers.service_gaps_left')) expect(file.answers?.service_gaps_left).toBe('no');
      }
    }
  });
});

describe('the list of children', () => {
  const listOf = async (texts: readonly string[]): Promise<string[]> => {
    const seen: string[] = [];
    const choose = async ({ key, options }: { key: string; options: readonly { value: unknown; name: string }[] }) => {
      if (key === 'family') seen.push(...options.map(({ name }) => name));
      return key === 'family' ? { value: options.at(-1)?.value as never } : { aside: 'later' as const };
    };
    await sitWith(
      texts,
      person(() => undefined, { choose }),
    );
    return seen.filter((name) => name.startsWith('EX-'));
  };

  it('says that a child has died, and calls nothing done where nothing was answered', async () => {
    const dead = childText('EX-0905', 'child: {born: 2019-02-03, died: 2026-04-02}\n');
    const careless = childText('EX-0906', 'child: {born: 2019-02-03, died: 2026-04-02}\n', 'authority: leicester');
    const [, first, second] = await listOf([A, dead, careless]);
    expect(first).toMatch(/^EX-0905: died on 2 April 2026; /);
    expect(second).toMatch(/^EX-0906: died on 2 April 2026; /);
    expect(`${first} ${second}`).not.toMatch(/done/);
  });
});
