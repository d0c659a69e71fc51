// Written by npm run generate -- row-types, from the tables that migrations/ makes.

export type StorageTrialsTables = {
  storage_trials: {
    id: string
    bytes: Buffer
  }
}
