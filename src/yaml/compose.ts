import { EVENT_ID, type Event, getScalarValue, type ScalarEvent } from 'js-yaml';
import { type Safe, safe } from '../messages/safe.ts';
import { quoted } from '../messages/suggest.ts';
import type { Offsets } from './locate.ts';
import { beginsOddly, ODD_INDENT } from './odd-space.ts';
import { plainValue } from './scalar.ts';

/** Something that YAML allows and our files do not. */
export class Refused extends Error {
  constructor(
    readonly code: Safe,
    readonly says: Safe,
    readonly offset: number,
    /** What stands there, for the reader of the file alone. */
    readonly shown?: string,
  ) {
    super(says);
  }
}

const PLAIN = 1;
const ONE_DOCUMENT = safe`One document a file: remove the \`---\` that begins another.`;

/**
 * Builds plain objects, arrays and scalars from the events of one document.
 * @param offsets where the parts of each mapping and sequence stand is noted here, if it is given
 */
export class Composer {
  #next = 0;

  constructor(
    readonly text: string,
    readonly events: readonly Event[],
    readonly offsets?: Map<object, Offsets>,
  ) {}

  /** @throws Refused for whatever could hide something from a reader */
  document(): unknown {
    if (this.events.length === 0) return null;
    this.#next = 1;
    const value = this.#peek().type === EVENT_ID.POP ? null : this.#node();
    this.#next++;
    if (this.#next < this.events.length) {
      throw new Refused(safe`yaml_documents`, ONE_DOCUMENT, this.#offset());
    }
    return value;
  }

  #peek(): Event {
    return this.events[this.#next] as Event;
  }

  /** Start of the event at hand, or of the nearest one after it that has a place. */
  #offset(): number {
    for (let i = this.#next; i < this.events.length; i++) {
      const event = this.events[i] as Event;
      if ('start' in event) return event.start;
      if ('valueStart' in event) return event.valueStart;
      if ('anchorStart' in event) return event.anchorStart;
    }
    return this.text.length;
  }

  #node(): unknown {
    const event = this.#peek();
    this.#next++;
    if (event.type === EVENT_ID.SCALAR) return this.#scalar(event);
    if (event.type === EVENT_ID.MAPPING) return this.#mapping(plain(event));
    if (event.type === EVENT_ID.SEQUENCE) return this.#sequence(plain(event));
    throw isAlias((event as { anchorStart: number }).anchorStart);
  }

  #scalar(event: ScalarEvent): unknown {
    const value = getScalarValue(this.text, plain(event));
    if (event.style !== PLAIN) return value;
    if (beginsOddly(value)) throw new Refused(safe`yaml_syntax`, ODD_INDENT, event.valueStart);
    return plainValue(value);
  }

  #sequence({ start }: { start: number }): unknown[] {
    const list: unknown[] = [];
    const noted: Offsets | undefined = this.offsets && { start, keys: [], at: [] };
    while (this.#peek().type !== EVENT_ID.POP) {
      noted?.at.push(this.#offset());
      list.push(this.#node());
    }
    this.#next++;
    if (noted) this.offsets?.set(list, noted);
    return list;
  }

  #mapping({ start }: { start: number }): Record<string, unknown> {
    const map: Record<string, unknown> = {};
    const noted: Offsets | undefined = this.offsets && { start, keys: [], at: [] };
    while (this.#peek().type !== EVENT_ID.POP) {
      const keyAt = noted ? this.#offset() : 0;
      const key = this.#key(map);
      noted?.keys.push(key);
      noted?.at.push(keyAt, Math.max(keyAt, this.#offset()));
      map[key] = this.#node();
    }
    this.#next++;
    if (noted) this.offsets?.set(map, noted);
    return map;
  }

  #key(map: object): string {
    const event = this.#peek();
    if (event.type !== EVENT_ID.SCALAR)
      throw new Refused(safe`yaml_key`, safe`A key must be a plain word.`, this.#offset());
    const key = getScalarValue(this.text, plain(event));
    if (key === '__proto__')
      throw new Refused(safe`yaml_key`, safe`The key \`__proto__\` is not allowed.`, this.#offset());
    if (beginsOddly(key)) throw new Refused(safe`yaml_key`, ODD_INDENT, this.#offset());
    if ((map as Record<string, unknown>)[key] !== undefined && Object.hasOwn(map, key)) {
      const says = safe`This key stands twice in the same place: keep one of the two.`;
      throw new Refused(safe`duplicate_key`, says, this.#offset(), quoted(key));
    }
    this.#next++;
    return key;
  }
}

/** The event, where it has neither anchor nor tag. */
function plain<E extends { readonly anchorStart: number; readonly tagStart: number }>(event: E): E {
  if (event.anchorStart >= 0) throw isAlias(event.anchorStart);
  if (event.tagStart >= 0) {
    throw new Refused(safe`yaml_tag`, safe`Tags (!) are not used here: write the plain value.`, event.tagStart);
  }
  return event;
}

const NO_ALIAS = safe`Anchors (&) and aliases (*) are not used here: write the value out.`;

const isAlias = (anchorStart: number): Refused => new Refused(safe`yaml_alias`, NO_ALIAS, anchorStart - 1);
