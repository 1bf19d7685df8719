import type { Episode } from '../../case/file/care-schema.ts';
import type { Path } from '../../messages/diagnostic.ts';
import { safe } from '../../messages/safe.ts';
import { entry, inWords, isSame, sinceOpen } from './episode.ts';
import { fits, type Outcome, standing, writtenBy } from './put.ts';
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
    out.conflict(safe`care_in_return`, says, 'none', inWords(first), first, ['looked_after']);
    return;
  }
  const held = care?.episodes ?? [];
  if (held.length + episodes.length > MOST) {
    const says = safe`There are more episodes of care than a case file takes. None is imported.`;
    out.conflict(safe`too_many_episodes`, says, held.length, episodes.length, first, ['looked_after']);
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
      this.#refuse(
        told,
        'complete',
        LIST,
        safe`The case file says that it has every episode of care, and the return has another one. No episode is imported. Decide which one is right.`,
      );
    else if (this.#opensBeside(told)) this.#refuse(told, 'an open episode', LIST, DIFFERS);
    else {
      const path = [...LIST, this.#next++];
      this.#steps.push(() => this.out.add(path, entry(told)));
    }
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

  #refuse(told: ToldEpisode, held: unknown, path: Path, says: typeof DIFFERS): void {
    this.#isRefused = true;
    this.out.conflict(safe`care_differs`, says, held, inWords(told), told, path);
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
    const [end, codes] = [this.#end(told, held, path), this.#codes(told, held, path)];
    const isOurs = writtenBy(held) !== 'person';
    if ((end || codes) && isOurs) this.#steps.push(() => this.out.change([...path, 'source'], told.source.label));
  }

  /** Whether the end, or the day on which it was open, follows a later return. */
  #end(told: ToldEpisode, held: Episode, path: Path): boolean {
    const { out } = this;
    if (told.openOn !== undefined) {
      const isOpen = held.open_on !== undefined && held.ended === undefined && held.confirmed === undefined;
      if (!isOpen || told.openOn <= String(held.open_on)) return false;
      this.#steps.push(() => out.change([...path, 'open_on'], told.openOn));
      return true;
    }
    if (told.ended === undefined || (held.ended !== undefined && fits(held.ended, told.ended))) return false;
    const how =
      held.ended === undefined && held.open_on !== undefined
        ? sinceOpen(told, held)
        : standing(told.source, writtenBy(held));
    const isOver = held.open_on !== undefined && held.ended === undefined && told.ended >= String(held.confirmed ?? '');
    if (how === 'older') return false;
    if (how === 'conflict' || (held.ended === undefined && !isOver)) {
      this.#refuse(told, held.ended ?? 'open', path, DIFFERS);
      return false;
    }
    this.#steps.push(() => {
      out.change([...path, 'ended'], told.ended);
      for (const key of ['open_on', 'confirmed'] as const)
        if (held[key] !== undefined) out.change([...path, key], undefined);
      out.changed(safe`An episode of care has ended.`, held.ended ?? `open on ${held.open_on}`, told.ended, told, path);
    });
    return true;
  }

  /** Whether the status or the placement follows a later return. */
  #codes(told: ToldEpisode, held: Episode, path: Path): boolean {
    const { out } = this;
    let isChanged = false;
    for (const [key, code] of [
      ['legal_status', told.status],
      ['placement', told.placement],
    ] as const) {
      const at = [...path, key];
      const is = held[key];
      if (code === undefined || is === code) continue;
      if (is === undefined) this.#steps.push(() => out.add(at, code));
      else {
        const how = standing(told.source, writtenBy(held));
        if (how === 'conflict') this.#refuse(told, is, at, DIFFERS);
        if (how !== 'follows') continue;
        this.#steps.push(() => {
          out.change(at, code);
          out.changed(safe`An episode of care follows a later return.`, is, code, told, at);
        });
        isChanged = true;
      }
    }
    return isChanged;
  }
}
