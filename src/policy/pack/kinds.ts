/** Kinds of requirement, after what the clause asks for. */
export const KINDS = ['analysis', 'approval', 'record', 'content', 'notify', 'action', 'deadline'] as const;

export type Kind = (typeof KINDS)[number];
