import type { Path } from '../../messages/diagnostic.ts';

/**
 * The same value with another at one place, or, where `to` is undefined, without what stands there.
 * @throws where nothing stands there
 */
export function changeAt<T>(root: T, path: Path, to: unknown): T {
  return change(root, path, to) as T;
}

function change(value: unknown, [step, ...rest]: Path, to: unknown): unknown {
  if (step === undefined) return to;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) {
    throw new Error(`nothing stands at ${step}, so nothing can be changed there`);
  }
  if (Array.isArray(value)) {
    const inner = change(value[Number(step)], rest, to);
    return inner === undefined ? value.filter((_, i) => i !== step) : value.with(Number(step), inner);
  }
  const group = value as Record<string, unknown>;
  const inner = change(group[step], rest, to);
  if (inner !== undefined) return { ...group, [step]: inner };
  return Object.fromEntries(Object.entries(group).filter(([key]) => key !== step));
}
