import { LEVELS, type Level } from '../assess/case/concern.ts';
import type { Config } from './config-schema.ts';

/** What was asked for on the command line, as far as a configuration can say it too. */
export interface Asked {
  readonly failOn?: Level;
  readonly show?: Level;
  readonly max?: number;
  readonly dueWithin?: number;
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
}

/** What a run goes by. */
export interface Settings {
  readonly failOn: Level;
  /** The least level that is listed; undefined where nobody said. */
  readonly show: Level | undefined;
  readonly max: number;
  readonly dueWithin: number | undefined;
  readonly only: readonly string[];
  readonly skip: readonly string[];
}

/** The command line goes before the configuration. */
export function settingsOf(asked: Asked, config: Config | undefined): Settings {
  return {
    failOn: asked.failOn ?? config?.fail_on ?? LEVELS[0],
    show: asked.show ?? config?.show,
    max: asked.max ?? config?.max ?? 0,
    dueWithin: asked.dueWithin ?? config?.due_within,
    only: asked.only ?? config?.only ?? [],
    skip: asked.skip ?? config?.skip ?? [],
  };
}
