import type { Calendar } from '../../calendar/working-days.ts';
import { EXIT, FileError, UserError } from '../../messages/errors.ts';
import { fileName, names, safe } from '../../messages/safe.ts';
import { beginning, didYouMean, oneOf, quoted } from '../../messages/suggest.ts';
import type { CompiledPack } from '../compile/compiled.ts';
import { choosePacks, type NotChosen, type Profile } from '../pack/choose-packs.ts';
import type { ReadVocabulary } from '../pack/read-pack.ts';
import { type Clash, clashesOf } from './clashes.ts';
import type { Replacement } from './replaceable.ts';
import { type Join, type Rulebook, rulebook } from './rulebook.ts';

/** What a case says of whose procedures apply to it. */
export interface PacksNamed {
  /** Reference of the case, for what is said of it. */
  readonly case: string;
  readonly authority?: string | undefined;
  readonly packs?: readonly string[] | undefined;
}

const notChosen = (named: PacksNamed, { says, shown }: NotChosen): FileError =>
  new FileError(`Case ${named.case}`, says, EXIT.misuse, shown);

/** Policies, wherever they are from: a vocabulary, packs, authorities, and rulebooks made of them when first wanted. */
export abstract class PolicyLibrary {
  readonly #books = new Map<string, Rulebook>();
  readonly #chosen = new Map<string, Rulebook>();

  /** Names of the packs, in order. */
  abstract names(): readonly string[];
  /** The file of a pack. */
  abstract pathOf(name: string): string;
  abstract vocabulary(): ReadVocabulary;
  /** Bank holidays; where there are none, nothing is counted in working days. */
  abstract calendar(): Calendar;
  /** The authorities whose packs are there. */
  abstract profiles(): readonly Profile[];
  /** What the folders of policies put in the place of what they extend. */
  abstract replaced(): readonly Replacement[];
  /** @throws UserError for a pack that is not there or has errors */
  abstract pack(name: string): CompiledPack;

  /** The rulebook of a case. @throws UserError where the case names no pack, or a pack or authority that is not there */
  bookFor(named: PacksNamed): Rulebook {
    const book = this.bookOrFault(named);
    if (book instanceof FileError) throw book;
    return book;
  }

  /** The same, with what is wrong in the case itself as a value. @throws UserError for a pack with errors */
  bookOrFault(named: PacksNamed): Rulebook | FileError {
    // Thousands of cases name the same few authorities and packs
    const key = JSON.stringify([named.authority, named.packs]);
    const found = this.#chosen.get(key);
    if (found) return found;
    const book = this.#choose(named);
    if (!(book instanceof FileError)) this.#chosen.set(key, book);
    return book;
  }

  #choose(named: PacksNamed): Rulebook | FileError {
    const chosen = choosePacks(named, this.profiles());
    if ('says' in chosen) return notChosen(named, chosen);
    const missing = this.#missing(named);
    if (missing) return notChosen(named, missing);
    const book = this.book(chosen.packs);
    return chosen.profile ? { ...book, profile: chosen.profile } : book;
  }

  /** A pack that the case names and that is not there. */
  #missing({ packs = [] }: PacksNamed): NotChosen | undefined {
    const right = names(this.names());
    const wrong = packs.find((name) => !right.some((one) => one === name));
    if (wrong === undefined) return undefined;
    const says = safe`There is no such policy pack.${didYouMean(wrong, right)} Known: ${oneOf(right)}.`;
    return { says, shown: quoted(wrong) };
  }

  /** What is wrong where somebody names a pack that is not there. */
  protected noPack(name: string): UserError {
    const right = this.names();
    return new UserError(
      `There is no policy pack \`${beginning(name)}\`.${didYouMean(name, right)} Known: ${oneOf(right)}.`,
    );
  }

  book(packs: readonly string[]): Rulebook {
    const key = JSON.stringify(packs);
    let found = this.#books.get(key);
    if (!found) this.#books.set(key, (found = this.#bind(packs)));
    return found;
  }

  /** Joins packs that were read against this vocabulary, whether or not they stand in the folder. */
  readonly join: Join = (packs) => rulebook(this.vocabulary(), packs, this.calendar(), this.replaced());

  /** Packs that cannot be used for one case. */
  protected clashesOf(packs: readonly CompiledPack[]): readonly Clash<CompiledPack>[] {
    return clashesOf(packs);
  }

  /** @throws UserError where two of the packs mean different things by one id */
  #bind(wanted: readonly string[]): Rulebook {
    const packs = wanted.map((name) => this.pack(name));
    const [clash] = this.clashesOf(packs);
    if (!clash) return this.join(packs);
    const [a, b] = clash.packs.map((pack) => this.pathOf(wanted[packs.indexOf(pack)] ?? '')) as [string, string];
    throw new UserError(`${fileName(a)} and ${fileName(b)}: ${clash.says}`);
  }
}
