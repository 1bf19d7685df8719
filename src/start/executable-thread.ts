import { heldByExecutable } from './held.ts';
import { serveJobs } from './serve-jobs.ts';

serveJobs(heldByExecutable());
