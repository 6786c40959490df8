import fc from 'fast-check';

// The same cases in every test run; `npm run fuzz` asks for others.
fc.configureGlobal({ seed: Number(process.env.FUZZ_SEED ?? 1965) });
