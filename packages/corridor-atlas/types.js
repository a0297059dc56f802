// The types of one framework only: there is nothing to run.
export {};
