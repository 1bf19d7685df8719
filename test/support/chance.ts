import fc from 'fast-check';

// Every run tries the same: what fails here fails there. `CPPLAN_SEED=7 npm test` tries something else.
fc.configureGlobal({ seed: Number(process.env.CPPLAN_SEED ?? 20_261_122) });
