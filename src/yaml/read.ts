import { EVENT_ID, type Event, getScalarValue, parseEvents, type ScalarEvent, YAMLException } from 'js-yaml';
import type { Diagnostic, Locate } from '../diagnostic.ts';
import { locator, type Offsets, positionAt } from './locate.ts';
import { plainValue } from './scalar.ts';

/** A YAML text as plain values, with the means to say where each value stands. */
export interface Source {
  readonly text: string;
  readonly value: unknown;
  readonly locate: Locate;
  readonly diagnostics: readonly Diagnostic[];
}

/** Deepest nesting read: case files and packs need about ten levels. */
const MAX_DEPTH = 40;

class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

/**
 * Reads one YAML 1.2 document into plain objects, arrays and scalars, remembering where each stood.
 * Anchors, aliases, tags, several documents and repeated keys are refused: no file of ours needs them,
 * and each can hide something from a reader.
 */
export function readYaml(raw: string): Source {
  const text = raw.charCodeAt(0) === 0xfeff ? raw.slice(1) : raw;
  try {
    const composer = new Composer(text, parseEvents(text, { maxDepth: MAX_DEPTH }));
    const value = composer.document();
    return { text, value, locate: locator(text, value, composer.offsets), diagnostics: [] };
  } catch (error) {
    const diagnostic = diagnose(text, error);
    return { text, value: undefined, locate: () => ({ line: 1, column: 1 }), diagnostics: [diagnostic] };
  }
}

function diagnose(text: string, error: unknown): Diagnostic {
  if (error instanceof Refused) {
    return { code: error.code, severity: 'error', says: error.message, ...positionAt(text, error.offset) };
  }
  if (error instanceof YAMLException) {
    const offset = error.mark?.position ?? 0;
    const says = `This is not well-formed YAML: ${error.reason}. Nothing after this place could be read.`;
    return { code: 'yaml_syntax', severity: 'error', says, ...positionAt(text, offset) };
  }
  throw error;
}

class Composer {
  readonly offsets: Map<object, Offsets> = new Map();
  #next = 0;

  constructor(
    readonly text: string,
    readonly events: readonly Event[],
  ) {}

  document(): unknown {
    if (this.events.length === 0) return null;
    this.#next = 1;
    const value = this.#peek().type === EVENT_ID.POP ? null : this.#node();
    this.#next++;
    if (this.#next < this.events.length) {
      throw new Refused('yaml_documents', 'One document a file: remove the `---` that begins another.', this.#offset());
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
    this.#refuseExtras(event);
    this.#next++;
    if (event.type === EVENT_ID.MAPPING) return this.#mapping(event.start);
    if (event.type === EVENT_ID.SEQUENCE) return this.#sequence(event.start);
    return scalar(this.text, event as ScalarEvent);
  }

  #refuseExtras(event: Event): void {
    if (event.type === EVENT_ID.ALIAS || ('anchorStart' in event && event.anchorStart >= 0)) {
      const offset = (event as ScalarEvent).anchorStart - 1;
      throw new Refused('yaml_alias', 'Anchors (&) and aliases (*) are not used here: write the value out.', offset);
    }
    if ('tagStart' in event && event.tagStart >= 0) {
      throw new Refused('yaml_tag', 'Tags (!) are not used here: write the plain value.', event.tagStart);
    }
  }

  #sequence(start: number): unknown[] {
    const list: unknown[] = [];
    const offsets: Offsets = { start, keys: [], at: [] };
    while (this.#peek().type !== EVENT_ID.POP) {
      offsets.at.push(this.#offset());
      list.push(this.#node());
    }
    this.#next++;
    this.offsets.set(list, offsets);
    return list;
  }

  #mapping(start: number): Record<string, unknown> {
    const map: Record<string, unknown> = {};
    const offsets: Offsets = { start, keys: [], at: [] };
    while (this.#peek().type !== EVENT_ID.POP) {
      const keyAt = this.#offset();
      const key = this.#key(map, keyAt);
      offsets.keys.push(key);
      const valueAt = this.#offset();
      offsets.at.push(keyAt, valueAt < 0 ? keyAt : valueAt);
      map[key] = this.#node();
    }
    this.#next++;
    this.offsets.set(map, offsets);
    return map;
  }

  #key(map: object, at: number): string {
    const event = this.#peek();
    if (event.type !== EVENT_ID.SCALAR) throw new Refused('yaml_key', 'A key must be a plain word.', at);
    this.#refuseExtras(event);
    this.#next++;
    const key = getScalarValue(this.text, event);
    if (key === '__proto__') throw new Refused('yaml_key', 'The key `__proto__` is not allowed.', at);
    if (Object.hasOwn(map, key)) {
      throw new Refused('duplicate_key', `The key \`${key}\` stands twice in the same place: keep one of the two.`, at);
    }
    return key;
  }
}

const PLAIN = 1;

function scalar(text: string, event: ScalarEvent): unknown {
  const value = getScalarValue(text, event);
  return event.style === PLAIN ? plainValue(value) : value;
}
