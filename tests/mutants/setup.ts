import * as fc from 'fast-check'

// A mutant is dead at the first failure: nobody reads a smaller example. One seed, so that runs can be compared.
fc.configureGlobal({ endOnFailure: true, seed: 11 })
