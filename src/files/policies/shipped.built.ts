import { statSync } from 'node:fs';
import { join } from 'node:path';
import { snapshotOf } from '../../policy/compile/snapshot.ts';
import { layersOf } from './layers.ts';
import { PolicyFolder } from './policy-folder.ts';
import type { Shipped } from './shipped-policies.ts';
import { onDisk } from './text-folder.ts';

const policies = onDisk('policies');
const folder = new PolicyFolder(layersOf([policies], policies));
const { vocabulary, contradictions } = folder.vocabulary();
const { years, holidays } = folder.calendar();

/** The policies of the folder `policies`, read and compiled. */
export const SHIPPED: Shipped = {
  sizes: Object.fromEntries(policies.names('.yaml').map((name) => [name, statSync(join(policies.path, name)).size])),
  vocabulary,
  contradictions,
  calendar: { years: [...years], holidays: [...holidays] },
  profiles: folder.profiles(),
  packs: Object.fromEntries(folder.names().map((name) => [name, JSON.stringify(snapshotOf(folder.pack(name)))])),
};
