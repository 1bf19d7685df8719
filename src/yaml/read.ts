import { type Event, parseEvents, YAMLException } from 'js-yaml';
import type { Diagnostic, Locate, Placed } from '../messages/diagnostic.ts';
import * as said from '../messages/diagnostic.ts';
import { safe } from '../messages/safe.ts';
import { Composer, Refused } from './compose.ts';
import { locator, type Offsets, positionAt } from './locate.ts';
import { ODD_INDENT, oddIndentNear } from './odd-space.ts';
import { syntaxFault } from './syntax-faults.ts';

/** A YAML text as plain values, with the means to say where each value stands. */
export interface Source {
  readonly text: string;
  readonly value: unknown;
  readonly locate: Locate;
  readonly diagnostics: readonly Placed<Diagnostic>[];
}

/** Deepest nesting read: case files and packs need about ten levels. */
const MAX_DEPTH = 40;

/**
 * Reads one YAML 1.2 document into plain objects, arrays and scalars, and can say where each stood.
 * Anchors, aliases, tags, several documents and repeated keys are refused: no file of ours needs them,
 * and each can hide something from a reader.
 */
export function readYaml(raw: string): Source {
  const text = raw.charCodeAt(0) === 0xfeff ? raw.slice(1) : raw;
  try {
    refuseManyLines(text);
    const events = parseEvents(text, { maxDepth: MAX_DEPTH });
    const value = new Composer(text, events).document();
    return { text, value, locate: locating(text, events), diagnostics: [] };
  } catch (error) {
    const diagnostic = diagnose(text, error);
    return { text, value: undefined, locate: () => ({ line: 1, column: 1 }), diagnostics: [diagnostic] };
  }
}

/** Most lines read: a pack has some thousands. */
const MAX_LINES = 50_000;

function refuseManyLines(text: string): void {
  if (text.length <= MAX_LINES) return;
  let end = -1;
  for (let line = 0; line < MAX_LINES; line++) {
    end = text.indexOf('\n', end + 1);
    if (end < 0) return;
  }
  throw new Refused(safe`yaml_syntax`, safe`This file has more than ${MAX_LINES} lines.`, end);
}

/** Most files are never asked where anything stands: places are worked out at the first question. */
function locating(text: string, events: readonly Event[]): Locate {
  let locate: Locate | undefined;
  return (path, at) => {
    if (!locate) {
      const offsets = new Map<object, Offsets>();
      locate = locator(text, new Composer(text, events, offsets).document(), offsets);
    }
    return locate(path, at);
  };
}

function diagnose(text: string, error: unknown): Placed<Diagnostic> {
  if (error instanceof Refused) {
    const { code, says, offset, shown } = error;
    return { ...said.error(code, says, [], shown === undefined ? {} : { shown }), ...positionAt(text, offset) };
  }
  if (error instanceof YAMLException) {
    const offset = error.mark?.position ?? 0;
    const odd = oddIndentNear(text, offset);
    if (odd !== undefined) return { ...said.error('yaml_syntax', ODD_INDENT, []), ...positionAt(text, odd) };
    const says = safe`${syntaxFault(error.reason, text, offset)} Nothing after this place could be read.`;
    return { ...said.error('yaml_syntax', says, []), ...positionAt(text, offset) };
  }
  throw error;
}
