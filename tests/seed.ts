import fc from 'fast-check';

/** The seed that `npm test` prints, so that a failing property can be met again. */
const seed = Number(process.env.RESTYLE_SEED);
if (Number.isInteger(seed)) fc.configureGlobal({ seed });
