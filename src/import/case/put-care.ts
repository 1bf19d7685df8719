import type { Day } from '../../calendar/dates.ts';
import type { Episode } from '../../case/file/care-schema.ts';
import type { Path } from '../../messages/diagnostic.ts';
import { safe } from '../../messages/safe.ts';
import { entry, inWords, isSame, sinceOpen } from './episode.ts';
import { type Differing, fits, type Outcome, sourceWith, standing } from './put.ts';
import type { Told, ToldEpisode } from './told.ts';

const LIST: Path = ['looked_after', 'episodes'];

/** As many episodes as a case file takes. */
const MOST = 100;

const DIFFERS = safe`The case file and the return do not agree on an episode of care. No episode is imported. Decide which one is right.`;

/** Puts the episodes of care into a case: all of them, or, where one is in conflict with what is there, none. */
export function putCare({ episodes }: Told, out: Outcome): void {
  if (episodes.length === 0) return;
  const care = out.file?.looked_after;
  const [first] = episodes as readonly [ToldEpisode];
  if (care === 'none') {
    const says = safe`The return has episodes of care, and the case file says that there were none. The case file is kept. Decide which one is right.`;
    const value = { episodes: episodes.map(entry) };
    const [path, take] = [['looked_after'], [{ path: ['looked_after'], value }]];
    out.conflict(safe`care_in_return`, says, {
      about: 'whether the child was ever looked after',
      held: 'none',
      told: inWords(first),
      from: first,
      path,
      take,
    });
    return;
  }
  const held = care?.episodes ?? [];
  if (held.length + episodes.length > MOST) {
    const says = safe`There are more episodes of care than a case file takes. None is imported.`;
    out.conflict(safe`too_many_episodes`, says, {
      about: 'the number of episodes of care',
      held: held.length,
      told: episodes.length,
      from: first,
      path: ['looked_after'],
      take: [],
    });
    return;
  }
  const trial = new Trial(held, care?.complete === true, out);
  for (const episode of episodes) trial.put(episode);
  trial.end();
}

/** What the episodes come to: kept back until it is known that none is in conflict. */
class Trial {
  readonly #steps: (() => void)[] = [];
  readonly #taken = new Set<number>();
  #isRefused = false;
  #next: number;

  constructor(
    readonly held: readonly Episode[],
    readonly isWhole: boolean,
    readonly out: Outcome,
  ) {
    this.#next = held.length;
  }

  put(told: ToldEpisode): void {
    const at = this.#find(told);
    if (at >= 0) this.#compare(told, this.held[at] as Episode, [...LIST, at]);
    else if (this.isWhole && !this.#isAfterAll(told))
      this.#refuse(WHOLE, this.#another(told, 'every episode is listed'));
    else if (this.#opensBeside(told)) this.#refuse(DIFFERS, { ...this.#another(told, 'an open episode'), take: [] });
    else this.#steps.push(() => this.#add(told));
  }

  /** An episode that the case file does not have, beside what it says. */
  #another(told: ToldEpisode, held: string): Differing {
    const take = [{ path: [...LIST, this.held.length], value: entry(told) }];
    return { about: calledOf(told), held, told: inWords(told), from: told, path: LIST, take };
  }

  #add(told: ToldEpisode): void {
    const offered = { about: calledOf(told), told: inWords(told), from: told };
    if (this.out.add([...LIST, this.#next], entry(told), offered)) this.#next += 1;
  }

  /** The episode of the case file that it is: of several that began on one day, the one most like it; each stands for one. */
  #find(told: ToldEpisode): number {
    const same = this.held.flatMap((one, i) => (!this.#taken.has(i) && isSame(one, told) ? [i] : []));
    const alike = same.find((i) => {
      const { legal_status: status, placement } = this.held[i] as Episode;
      return status === told.status && placement === told.placement;
    });
    const at = alike ?? same[0] ?? -1;
    this.#taken.add(at);
    return at;
  }

  end(): void {
    if (!this.#isRefused) for (const step of this.#steps) step();
  }

  #refuse(says: typeof DIFFERS, sides: Differing): void {
    if (this.out.conflict(safe`care_differs`, says, sides)) this.#isRefused = true;
  }

  /** Whether it began after everything that is listed. */
  #isAfterAll({ began }: ToldEpisode): boolean {
    const last =
      this.held
        .map(({ began: a, ended: b }) => String(b ?? a ?? ''))
        .sort()
        .at(-1) ?? '';
    return began !== undefined && began >= last;
  }

  /** Whether a person has an episode that goes on, which this one would contradict. */
  #opensBeside({ began }: ToldEpisode): boolean {
    return this.held.some((one) => {
      const goesOn = one.ended === undefined && (one.open_on === undefined || one.confirmed !== undefined);
      const since = String(one.confirmed ?? one.began ?? '');
      return goesOn && (began === undefined || began >= since);
    });
  }

  #compare(told: ToldEpisode, held: Episode, path: Path): void {
    this.#end(told, held, path);
    for (const [key, code] of [
      ['legal_status', told.status],
      ['placement', told.placement],
    ] as const)
      if (code !== undefined && held[key] !== code) this.#code(key, code, told, held, path);
  }

  /** The end, or the day on which it was open, where it follows a later return. */
  #end(told: ToldEpisode, held: Episode, path: Path): void {
    const { ended, openOn } = told;
    if (openOn !== undefined) this.#openOn(told, openOn, held, path);
    if (openOn !== undefined || ended === undefined) return;
    if (held.ended !== undefined && fits(held.ended, ended)) return;
    const how =
      held.ended === undefined && held.open_on !== undefined
        ? sinceOpen(told, held)
        : standing(told.source, this.out.writtenBy(held));
    if (how === 'older') return;
    const isOver = held.open_on !== undefined && held.ended === undefined && ended >= String(held.confirmed ?? '');
    const isOpen = held.ended === undefined;
    const sides: Differing = {
      about: `the end of ${named(held)}`,
      held:
        held.ended ?? (held.confirmed ? `confirmed on ${held.confirmed}` : isOver ? `open on ${held.open_on}` : 'open'),
      told: ended,
      from: told,
      path,
      take: [
        { path: [...path, 'ended'], value: ended },
        ...(['open_on', 'confirmed'] as const).flatMap((key) =>
          held[key] === undefined ? [] : [{ path: [...path, key], value: undefined }],
        ),
        { path: [...path, 'source'], value: sourceWith(held.source, 'end', told.source) },
      ],
      ...(isOpen ? { goesOn: path } : { record: path }),
    };
    if (how === 'conflict' || (isOpen && !isOver)) this.#refuse(DIFFERS, sides);
    else this.#follow(safe`An episode of care has ended.`, sides);
  }

  #openOn({ source }: ToldEpisode, day: Day, held: Episode, path: Path): void {
    const isOpen = held.open_on !== undefined && held.ended === undefined && held.confirmed === undefined;
    if (!isOpen || day <= String(held.open_on)) return;
    this.#steps.push(() => {
      this.out.change([...path, 'open_on'], day);
      if (this.out.writtenBy(held) !== 'person') this.out.change([...path, 'source'], source.label);
    });
  }

  /** The status or the placement, where it follows a later return. */
  #code(key: 'legal_status' | 'placement', code: string, told: ToldEpisode, held: Episode, path: Path): void {
    const [at, is] = [[...path, key], held[key]];
    const about = `the ${key === 'placement' ? 'placement' : 'legal status'} in ${named(held)}`;
    if (is === undefined) {
      this.#steps.push(() => void this.out.add(at, code, { about, told: code, from: told }));
      return;
    }
    const how = standing(told.source, this.out.writtenBy(held));
    const take = [
      { path: at, value: code },
      { path: [...path, 'source'], value: sourceWith(held.source, PARTS[key], told.source) },
    ];
    const sides = { about, held: is, told: code, from: told, path: at, take, record: path };
    if (how === 'conflict') this.#refuse(DIFFERS, sides);
    else if (how === 'follows') this.#follow(safe`An episode of care follows a later return.`, sides);
  }

  #follow(says: typeof DIFFERS, sides: Differing): void {
    this.#steps.push(() => {
      for (const { path, value } of sides.take) this.out.change(path, value);
      this.out.changed(says, sides);
    });
  }
}

const PARTS = { legal_status: 'legal status', placement: 'placement' } as const;

const WHOLE = safe`The case file says that it has every episode of care, and the return has another one. No episode is imported. Decide which one is right.`;

/** An episode as it is called from month to month. */
const named = ({ began, ended }: Episode): string =>
  began === undefined ? `the episode of care that ended on ${ended}` : `the episode of care that began on ${began}`;

const calledOf = ({ began, ended }: ToldEpisode): string =>
  began === undefined ? `an episode of care that ended on ${ended}` : `an episode of care that began on ${began}`;
